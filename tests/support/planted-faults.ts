/** Every mistake of an author that the check of content/ has to catch: how to make it, and what the check then says. */
import type { ProjectCopy } from './project-copy.ts';

export interface PlantedFault {
  name: string;
  /** The files to put back. */
  touches: string[];
  plant(copy: ProjectCopy): void;
  /** One pattern for each line of the message: file, field, what is wrong, what to do. */
  says: RegExp[];
}

/** A fault made by changing one place of a file. */
const change = (name: string, path: string, from: string | RegExp, to: string, ...says: RegExp[]): PlantedFault => ({
  name,
  touches: [path],
  plant: (copy) => copy.change(path, from, to),
  says: says.map((expected) => new RegExp(`^${path.replaceAll('.', '\\.')}: ${expected.source}`)),
});

/** A fault that is a file of its own. */
const add = (name: string, path: string, text: string, ...says: RegExp[]): PlantedFault => ({
  name,
  touches: [path],
  plant: (copy) => copy.write(path, text),
  says: says.map((expected) => new RegExp(`^${path.replaceAll('.', '\\.')}: ${expected.source}`)),
});

const code = (number: number) => `content/codes/${number}.mdx`;
const frontMatter = /^---[\s\S]*?^---$/m;
const body = /(?<=\n---\n)[\s\S]*$/;

export const plantedFaults: PlantedFault[] = [
  // Keys and types
  change('a missing key', code(480), /^summary: .*\n/m, '', /summary: is missing; add it/),
  change(
    'a misspelt key',
    code(481),
    /^summary: /m,
    'sumary: ',
    /summary: is missing; add it/,
    /sumary: is no key here; did you mean `summary`\?/,
  ),
  change(
    'an unknown key',
    code(482),
    /^summary: /m,
    'severity: high\nsummary: ',
    /severity: is no key here; the keys are reasonPhrase, /,
  ),
  change(
    'an unknown key inside a fact',
    code(483),
    /^retry:\n/m,
    'retry:\n  wait: 5\n',
    /retry\.wait: is no key here; take it out, or mend its name/,
  ),
  change('a wrong type', code(484), /^reasonPhrase: .*$/m, 'reasonPhrase: 484', /reasonPhrase: .*expected string.*\./),
  change(
    'an empty text',
    code(485),
    /^summary: .*$/m,
    'summary: ""',
    /summary: must not be empty: leave the key out, or say what is known/,
  ),
  change(
    'a summary that is too long',
    code(486),
    /^summary: .*$/m,
    `summary: ${'Busy. '.repeat(40).trim()}`,
    /summary: is longer than 160 characters/,
  ),
  change(
    'a word that is not among the allowed',
    code(487),
    /^registration: .*$/m,
    'registration: official',
    /registration: .*"registered".*"deprecated".*"unregistered"/,
  ),
  change('a method in small letters', code(488), /^methods: .*$/m, 'methods: [invite]', /methods.*: .*/),
  change(
    'a key that stands twice',
    code(489),
    /^summary: /m,
    'reasonPhrase: Bad Event\nsummary: ',
    /front matter: is not valid YAML: Map keys must be unique.* Mend that line/,
  ),
  change(
    'YAML that can’t be read',
    code(491),
    /^summary: .*$/m,
    'summary: "no end',
    /front matter: is not valid YAML: .* Mend that line/,
  ),
  // Citations
  change(
    'a section that is no section',
    code(493),
    /section: "[\d.]+"/,
    'section: "Section 21"',
    /definedIn\[0\]\.section: is not the number of an RFC section: write "21\.4\.24"/,
    /definedIn\[0\]: RFC 3261 has no section Section 21/,
  ),
  change(
    'a section without quotes',
    code(494),
    /section: "[\d.]+"/,
    'section: 2.3',
    /definedIn\[0\]\.section: must be a section number in quotes/,
  ),
  change(
    'a section that the RFC doesn’t have',
    code(500),
    /section: "21\.5\.1"/,
    'section: "21.5.99"',
    /definedIn\[0\]: RFC 3261 has no section 21\.5\.99; near it are 21\.5, 21\.5\.1,/,
  ),
  change(
    'a cited section in the prose that doesn’t exist',
    code(501),
    body,
    '\n## Meaning\n\nText [RFC 3261, 99.9].\n\n## When it is sent\n\nText.\n',
    /body: RFC 3261 has no section 99\.9; .*look it up/,
  ),
  change(
    'a citation in the prose that can’t be read',
    code(502),
    body,
    '\n## Meaning\n\nText [RFC 3261 16.7].\n\n## When it is sent\n\nText.\n',
    /body: has \[RFC 3261 16\.7\], which is no reference; write \[486\] or \[RFC 3261, 16\.7 step 6\]/,
  ),
  // Codes that are named
  change(
    'a look-alike without a page',
    code(503),
    /^lookalikes:\n {2}- code: \d+/m,
    'lookalikes:\n  - code: 599',
    /lookalikes: 599 is no code with a page; the nearest are \d{3}, \d{3}, \d{3}/,
  ),
  change(
    'a look-alike that is the code itself',
    code(504),
    /^lookalikes:\n {2}- code: \d+/m,
    'lookalikes:\n  - code: 504',
    /lookalikes: names 504 itself; a look-alike is another code/,
  ),
  change(
    'a link in the prose to a code without a page',
    code(505),
    body,
    '\n## Meaning\n\nSee [599].\n\n## When it is sent\n\nText.\n',
    /body: \[599\] names a code without a page; write the number in backticks, or add content\/codes\/599\.mdx/,
  ),
  change(
    'a link of the page to itself',
    code(513),
    body,
    '\n## Meaning\n\nSee [513].\n\n## When it is sent\n\nText.\n',
    /body: \[513\] links the page to itself; write 513 without brackets/,
  ),
  change(
    'a code named bare in the prose',
    code(580),
    body,
    '\n## Meaning\n\nUnlike 486 it tells more.\n\n## When it is sent\n\nText.\n',
    /body: names 486 bare in .*; write \[486\]/,
  ),
  // The body
  change('an empty body', code(600), body, '\n', /body: is empty; write the sections Meaning and When it is sent/),
  change(
    'a missing heading',
    code(603),
    body,
    '\n## Meaning\n\nText.\n',
    /headings: “## When it is sent” is missing; write it, or a comment/,
  ),
  change(
    'a misspelt heading',
    code(604),
    body,
    '\n## Meanings\n\nText.\n\n## When it is sent\n\nText.\n',
    /headings: “## Meanings” is no heading of a code's page; the ones to write are/,
    /headings: “## Meaning” is missing; write it/,
  ),
  change(
    'misordered headings',
    code(606),
    body,
    '\n## When it is sent\n\nText.\n\n## Meaning\n\nText.\n',
    /headings: stand in the order When it is sent, Meaning; put them in the order Meaning, When it is sent/,
  ),
  change(
    'a doubled heading',
    code(607),
    body,
    '\n## Meaning\n\nText.\n\n## Meaning\n\nText.\n\n## When it is sent\n\nText.\n',
    /headings: a heading stands twice \(.*\); keep one of each/,
  ),
  change(
    'a heading without text',
    code(608),
    body,
    '\n## Meaning\n\n## When it is sent\n\nText.\n',
    /## Meaning: has no text below it; write the section, or replace the heading by a comment/,
  ),
  change(
    'no front matter',
    code(300),
    frontMatter,
    '',
    /front matter: is missing; begin the file with a line ---, the facts, and a line ---/,
  ),
  // Comparisons, symptoms, causes, stacks, header fields
  change(
    'an unknown key in a comparison',
    'content/comparisons/480-486.yaml',
    /^difference: /m,
    'verdict: both\ndifference: ',
    /verdict: is no key here; the keys are difference, /,
  ),
  change(
    'a rule that sends a code without a page',
    'content/comparisons/405-501.yaml',
    /send: 405/,
    'send: 599',
    /rules\[\d\]\.send: 599 is no code with a page; add content\/codes\/599\.mdx, or name another/,
  ),
  change(
    'a symptom without words that people type',
    'content/symptoms/busy-but-idle.yaml',
    /^aliases:\n(?: {2}- .*\n)+/m,
    'aliases: []\n',
    /aliases: needs the words that people type/,
  ),
  add(
    'a comparison that is not named after codes',
    'content/comparisons/busy.yaml',
    'difference: x\n',
    /file name: is not named after what it holds; call it like 480-486\.yaml/,
  ),
  add(
    'a cause that Q.850 can’t have',
    'content/causes/128.yaml',
    'name: x\n',
    /file name: is not named after what it holds; call it like 17\.yaml/,
  ),
  add(
    'a stack in a file of the wrong kind',
    'content/stacks/some-stack.yml',
    'name: x\n',
    /file name: is not named after what it holds; call it like asterisk\.yaml/,
  ),
  add(
    'a header field that can have no such name',
    'content/header-fields/Retry After.yaml',
    'reads: x\n',
    /file name: is not named after what it holds; call it like Retry-After\.yaml/,
  ),
  // Files
  add(
    'a .md instead of .mdx',
    'content/codes/671.md',
    '---\n---\n',
    /file name: has the wrong extension; call it NNN\.mdx, or its page is left out silently/,
  ),
  add(
    'a file whose name is no code',
    'content/codes/busy-here.mdx',
    '---\n---\n',
    /file name: is not named after a code; the name is three digits from 100 to 699 and \.mdx/,
  ),
  add('a code that no class has', 'content/codes/799.mdx', '---\n---\n', /file name: is not named after a code/),
  add('an empty file', 'content/codes/671.mdx', '', /front matter: is missing; begin the file/),
  {
    name: 'a duplicate of a code in another folder',
    touches: ['content/codes/4xx'],
    plant(copy) {
      copy.write('content/codes/4xx/486.mdx', copy.read(code(486)));
    },
    says: [/^content\/codes\/4xx\/486\.mdx: file name: is not named after a code/],
  },
  {
    name: 'no codes at all',
    touches: ['content'],
    plant: (copy) => copy.remove('content'),
    says: [/^content\/codes\/: files: holds no code; each code is a file such as 486\.mdx/],
  },
];

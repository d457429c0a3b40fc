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
  says: says.map((expected) => new RegExp(`^${path.replaceAll('.', '\\.')}(?::\\d+)?: ${expected.source}`)),
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
  // Classes
  change(
    'an unknown key of a class',
    'content/classes/4xx.mdx',
    /^summary: /m,
    'severity: high\nsummary: ',
    /severity: is no key here; the keys are name, /,
  ),
  change(
    'a class whose rule names a code without a page',
    'content/classes/3xx.mdx',
    /counts as \[300\]/,
    'counts as [399]',
    /.*: \[399\] names a code without a page/,
  ),
  change(
    'a class without its first section',
    'content/classes/5xx.mdx',
    /^## What it promises$/m,
    '## Promises',
    /headings: “## What it promises” is not the first; begin the body with it/,
  ),
  {
    name: 'a class without its file',
    touches: ['content/classes/6xx.mdx'],
    plant: (copy) => copy.remove('content/classes/6xx.mdx'),
    says: [/^content\/classes\/6xx\.mdx: file: is missing; each of the six classes has its file/],
  },
  add(
    'a class that SIP lacks',
    'content/classes/7xx.mdx',
    '---\n---\n',
    /file name: is not named after a class; call it like 4xx\.mdx/,
  ),
  // Bytes
  change('a byte order mark', code(180), /^/, '\ufeff', /text: begins with a byte order mark; save it as UTF-8/),
  {
    name: 'a file in Latin-1',
    touches: [code(181)],
    plant: (copy) =>
      copy.write(code(181), Buffer.from(copy.read(code(181)).replace(/^summary: ./m, '$&\u00e9'), 'latin1')),
    says: [/^content\/codes\/181\.mdx:\d+: text: holds bytes that are no UTF-8; save it as UTF-8/],
  },
  change(
    'a control character',
    code(182),
    /^summary: ./m,
    'summary: \u0000',
    /text: holds a control character; take it out/,
  ),
  change(
    'a sign that turns the text around',
    code(183),
    /^summary: ./m,
    'summary: \u202e',
    /text: holds a character that nobody sees/,
  ),
  // YAML that says something else than it looks like
  change(
    'a text that a # cuts off',
    code(199),
    /^summary: .*$/m,
    'summary: Rings # and rings.',
    /front matter: ends “Rings” at “ # and rings\.”; quote the text/,
  ),
  change(
    'an alias of YAML that leads nowhere',
    code(200),
    /^summary: .*$/m,
    'summary: *nowhere',
    /front matter: is not valid YAML: Unresolved alias/,
  ),
  change(
    'a key without a value',
    code(202),
    /^summary: .*$/m,
    'summary:',
    /summary: is empty; write what belongs in it, or take the key out/,
  ),
  change(
    'a line break in a text',
    code(204),
    /^summary: .*$/m,
    'summary: "Two\\nlines."',
    /summary: has a line break inside: write it as one line/,
  ),
  // Facts
  change(
    'an RFC that nobody knows',
    code(301),
    /rfc: 3261/,
    'rfc: 99998',
    /definedIn\[0\]: RFC 99998 is not in src\/data\/rfcs\.json; mend the number/,
  ),
  change(
    'a method that is none',
    code(302),
    /^methods: .*$/m,
    'methods: [INVTE]',
    /methods: must be any, or a list of request methods: INVITE, /,
  ),
  change(
    'a phrase among the other phrases',
    code(437),
    /^otherPhrases: \[/m,
    'otherPhrases: [Unsupported Credential, ',
    /otherPhrases: names Unsupported Credential twice; keep one/,
  ),
  change(
    'a cause that is too large',
    code(410),
    /^ {2}toCause: \d+$/m,
    '  toCause: 200',
    /isup\.toCause: is not a Q\.850 cause: write a number from 0 to 127/,
  ),
  change(
    'a day that the calendar lacks',
    code(305),
    /^isup:$/m,
    'changes: [{ date: 2026-02-30, what: Text. }]\nisup:',
    /changes\[0\]\.date: is not a day of the calendar: write it like 2026-07-01/,
  ),
  // Prose that MDX would run
  ...(
    [
      [
        'a brace',
        'Text {name} text.',
        /body: has “\{name\} text\.”, which MDX runs as code; put wire text in backticks/,
      ],
      ['an element', 'From <sip:a@b> on.', /body: has “<sip:a@b> on\.”, which MDX takes for an element; put wire/],
      ['an import', "Text.\n\nimport x from 'y'", /body: has “import x from 'y'”, which MDX runs as code; take it out/],
      ['an image', '![x](https://example.org/x.png)', /body: has an image, https:\/\/example\.org\/x\.png; /],
      ['a link to a page of the site', '[x](/codes/486/)', /body: links to \/codes\/486\/; write a code as \[486\]/],
      ['a link that runs', '[x](javascript:x)', /body: links to javascript:x; write a code as \[486\]/],
      ['a heading of the first level', 'Text.\n\n# Title', /body: has “# Title”, which is no heading of a page; /],
      ['a block that never ends', '```\nText.', /body: opens a fenced block that never ends; /],
      ['a comment that never ends', '{/* Text.', /body: opens a comment that never ends; /],
      [
        'a reference in small letters',
        'Text [rfc 3261, 16.7].',
        /body: has \[rfc 3261, 16\.7\], which is no reference; /,
      ],
      ['a reference that never ends', 'Text [599.', /body: has \[599\., which is no reference; /],
    ] as const
  ).map(([name, text, says], place) =>
    change(
      `${name} in the prose`,
      code([411, 412, 413, 414, 415, 416, 417, 420, 421, 422, 423][place] ?? 0),
      body,
      `\n## Meaning\n\n${text}\n\n## When it is sent\n\nText.\n`,
      says,
    ),
  ),
  change(
    'prose before the first heading',
    code(424),
    body,
    '\nText.\n\n## Meaning\n\nText.\n\n## When it is sent\n\nText.\n',
    /body: has text before its first heading; move it below one/,
  ),
  // Flows
  change(
    'a phrase in a flow that is none of its code',
    'content/flows/488.flow',
    /^SIP\/2\.0 488 .*$/m,
    'SIP/2.0 488 Not Aceptable Here',
    /reasonPhrase: “Not Aceptable Here” is no phrase of content\/codes\/488\.mdx; write Not Acceptable Here/,
  ),
  change(
    'a section in a flow that the RFC doesn’t have',
    'content/flows/486.flow',
    /^!! .*$/m,
    '!! Via: Text [RFC 3261, 99.9].',
    /flow: RFC 3261 has no section 99\.9; look it up/,
  ),
  change(
    'a code in a flow that has no page',
    'content/flows/480.flow',
    /^!! .*$/m,
    '!! Via: Text [599].',
    /flow: \[599\] names a code without a page/,
  ),
  // Files
  add(
    'a file in a folder that nothing reads',
    'content/comparison/480-486.yaml',
    'difference: x\n',
    /folder: is none that is read; the folders of content\/ are codes, classes, flows, /,
  ),
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
    says: [
      /^content\/codes\/: files: holds no code; each code is a file such as 486\.mdx/,
      ...[1, 2, 3, 4, 5, 6].map((digit) => new RegExp(`^content/classes/${digit}xx\\.mdx: file: is missing; each of`)),
      ...['comparisons', 'symptoms', 'causes', 'stacks', 'header-fields'].map(
        (folder) => new RegExp(`^content/${folder}/: files: holds no file; each is a file such as `),
      ),
    ],
  },
];

/** Mistakes between files, which are looked for once each file alone is whole. */
export const plantedJoinFaults: PlantedFault[] = [
  change(
    'a code that names a cause without a page',
    code(486),
    /^ {2}toCause: 17$/m,
    '  toCause: 4',
    /isup\.toCause: cause 4 has no page; add content\/causes\/4\.yaml, or name another/,
  ),
  change(
    'a code that contradicts a cause',
    code(486),
    /^ {2}fromCauses: \[17\]$/m,
    '  fromCauses: [18]',
    /isup\.fromCauses: names cause 18, but isup in content\/causes\/18\.yaml doesn't lead to 486/,
    /isup\.fromCauses: lacks cause 17, which isup in content\/causes\/17\.yaml leads to 486/,
  ),
  change(
    'a capture that is not there',
    'content/stacks/kamailio.yaml',
    /captures: \["012-[^"]*"/,
    'captures: ["999-nothing"',
    /capture: public\/captures\/ has no 999-nothing\.pcap; add it, or name one that is there/,
  ),
  change(
    'a header field with a letter too few',
    code(486),
    /name: Retry-After$/m,
    'name: Retry-Afer',
    /headerFields\[0\]\.name: Retry-Afer has no file in content\/header-fields\/; did you mean Retry-After\?/,
  ),
  change(
    'a stack whose lines belong to no repository',
    'content/stacks/sngrep.yaml',
    /^commit: .*\n/m,
    '',
    /facts\[\d+\]\.path: belongs to no repository at a commit; add `repository` and `commit`/,
  ),
  {
    name: 'a comparison that stands twice',
    touches: ['content/comparisons/486-480.yaml'],
    plant: (copy) => copy.write('content/comparisons/486-480.yaml', copy.read('content/comparisons/480-486.yaml')),
    says: [
      /^content\/comparisons\/486-480\.yaml: file name: names its codes out of order or twice; call it 480-486\.yaml/,
    ],
  },
  change(
    'a comparison without a rule for one of its codes',
    'content/comparisons/405-501.yaml',
    /send: 501/g,
    'send: 405',
    /rules: none sends 501; say when it is right/,
  ),
  {
    name: 'no captures',
    touches: ['public/captures'],
    plant: (copy) => copy.remove('public/captures'),
    says: [/^public\/captures\/: files: holds no capture; /],
  },
];

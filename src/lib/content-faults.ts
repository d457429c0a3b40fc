import { parseDocument } from 'yaml';
import { type CodeFacts, codeSchema } from './code-schema.ts';
import { inlineTokensOf } from './inline-references.ts';
import { faultOfCitation } from './rfc-sections.ts';

/** A file of content/: its path from the project's root, with slashes, and its whole text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** One author's mistake: where, what is wrong, what to do. */
export interface Fault {
  path: string;
  field: string;
  problem: string;
}

/** The level-2 headings that an author writes, in their order; the page derives the others from the facts. */
export const authoredHeadings = ['Meaning', 'When it is sent'] as const;

const fileName = /^content\/codes\/([1-6]\d\d)\.mdx$/;
const notProse = new Set(['url', 'path', 'commit', 'repository', 'capture', 'section', 'part', 'name', 'otherPhrases', 'aliases', 'methods', 'reasonPhrase', 'what']);

/** One line for one fault: file, field, what is wrong, what to do. */
export const faultLineOf = ({ path, field, problem }: Fault): string => `${path}: ${field}: ${problem}`;

/** The edit distance of two short words, for suggestions. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

const knownKeys = Object.keys(codeSchema.shape);

function problemOfUnknownKey(key: string): string {
  const [nearest] = knownKeys.map((known) => ({ known, distance: distanceOf(key, known) })).sort((a, b) => a.distance - b.distance);
  const hint = nearest && nearest.distance <= 3 ? `did you mean \`${nearest.known}\`?` : `the keys are ${knownKeys.join(', ')}.`;
  return `is no key of a code's front matter; ${hint}`;
}

/** Every string that readers see as prose, with the name of its field. */
function* proseOf(value: unknown, field: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* proseOf(item, `${field}[${index}]`);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (!notProse.has(key)) yield* proseOf(item, field === '' ? key : `${field}.${key}`);
    }
  }
}

/** Every `{ rfc, section }` in the facts, with the name of its field. */
function* citationsOf(value: unknown, field: string): Generator<[string, number, string]> {
  if (value === null || typeof value !== 'object') return;
  if ('rfc' in value && 'section' in value && typeof value.rfc === 'number' && typeof value.section === 'string') {
    yield [field, value.rfc, value.section];
  }
  for (const [key, item] of Object.entries(value)) {
    yield* citationsOf(item, Array.isArray(value) ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`);
  }
}

const unit = /^\s?(?:ms|s|seconds?|minutes?|bytes?|B|kB|KB|bits?|Hz|kHz|times|calls?|requests?|characters?|days?|hops?|channels?|%)\b/;
const otherNumber = /(?:RFC|RFCs|cause|causes|Warning|warn-code|code phrase|port|line|PR|issue|capture|\d[.,:/-]|[-+#§.:/=_])\s?$/;

/** Faults of the references in one piece of prose: codes and sections that don't exist, codes named bare. */
function* faultsOfProse(prose: string, own: number, known: ReadonlySet<number>): Generator<string> {
  for (const token of inlineTokensOf(prose)) {
    if (token.is === 'code' && !known.has(token.code)) {
      yield `[${token.code}] names a code without a page; write the number in backticks, or add content/codes/${token.code}.mdx.`;
    } else if (token.is === 'code' && token.code === own) {
      yield `[${token.code}] links the page to itself; write ${token.code} without brackets.`;
    } else if (token.is === 'citation') {
      const fault = faultOfCitation(token.rfc, token.section);
      if (fault) yield `${fault}.`;
    } else if (token.is === 'text') {
      for (const { 0: number, index } of token.text.matchAll(/(?<![\w.])[1-6]\d\d(?![\w-])/g)) {
        const code = Number(number);
        if (code === own || !known.has(code)) continue;
        if (unit.test(token.text.slice(index + 3)) || otherNumber.test(token.text.slice(0, index))) continue;
        yield `names ${code} bare in “…${token.text.slice(Math.max(0, index - 20), index + 20).trim()}…”; write [${code}], so that the link is checked and carries its phrase.`;
      }
      const broken = token.text.match(/\[(?:RFC [^\]]*|\d{3})\](?!\()/);
      if (broken) yield `has ${broken[0]}, which is no reference; write [486] or [RFC 3261, 16.7 step 6].`;
    }
  }
}

function* faultsOfBody(body: string): Generator<[string, string]> {
  const plain = body.replace(/^```[\s\S]*?^```/gm, '');
  const headings = [...plain.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.trim() ?? '');
  const notes = [...body.matchAll(/\{\/\*([\s\S]*?)\*\/\}/g)].map(([, note]) => note ?? '');
  const prose = plain.replace(/\{\/\*[\s\S]*?\*\/\}/g, '').replace(/^#+ .*$/gm, '');
  if (prose.trim() === '') {
    yield ['body', 'is empty; write the sections Meaning and When it is sent below the front matter.'];
    return;
  }
  for (const heading of headings) {
    if (!(authoredHeadings as readonly string[]).includes(heading)) {
      yield ['headings', `“## ${heading}” is no heading of a code's page; the ones to write are ${authoredHeadings.map((name) => `“## ${name}”`).join(', ')} (the other sections come from the front matter).`];
    }
  }
  for (const heading of authoredHeadings) {
    if (headings.includes(heading)) {
      const text = plain.split(new RegExp(`^## ${heading}$`, 'm'))[1]?.split(/^## /m)[0]?.trim();
      if (!text) yield [`## ${heading}`, 'has no text below it; write the section, or replace the heading by a comment that says why it is left out.'];
    } else if (!notes.some((note) => note.includes(heading))) {
      yield ['headings', `“## ${heading}” is missing; write it, or a comment {/* No ${heading}: the reason */} in its place.`];
    }
  }
  const expected = authoredHeadings.filter((heading) => headings.includes(heading));
  const actual = headings.filter((heading) => (authoredHeadings as readonly string[]).includes(heading));
  if (new Set(actual).size < actual.length) yield ['headings', `a heading stands twice (${actual.join(', ')}); keep one of each.`];
  else if (actual.join() !== expected.join()) {
    yield ['headings', `stand in the order ${actual.join(', ')}; put them in the order ${expected.join(', ')}.`];
  }
}

function* faultsOfCode({ path, text }: ContentFile, code: number, known: ReadonlySet<number>): Generator<Fault> {
  const fault = (field: string, problem: string): Fault => ({ path, field, problem });
  const parts = text.match(/^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/);
  if (!parts) {
    yield fault('front matter', 'is missing; begin the file with a line ---, the facts, and a line ---.');
    return;
  }
  const document = parseDocument(parts[1] ?? '');
  for (const error of document.errors) {
    yield fault('front matter', `is not valid YAML: ${error.message.split('\n')[0]} Mend that line; a text with “: ” or “#” in it needs quotes.`);
  }
  if (document.errors.length > 0) return;
  const data: unknown = document.toJS();
  const body = parts[2] ?? '';
  const result = codeSchema.safeParse(data);
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        yield fault(field === '' ? key : `${field}.${key}`, field === '' ? problemOfUnknownKey(key) : 'is no key here; see src/lib/code-schema.ts for the ones that are.');
      }
    } else if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.includes('undefined')) {
      yield fault(field, `is missing; add it (expected: ${issue.expected}). CONTRIBUTING.md says what belongs in it.`);
    } else {
      yield fault(field || 'front matter', `${issue.message}.`.replace(/\.\.$/, '.'));
    }
  }
  for (const [field, rfc, section] of citationsOf(data, '')) {
    const problem = faultOfCitation(rfc, section);
    if (problem && /^(\d+(\.\d+)*|[A-Z](\.\d+)*)$/.test(section)) yield fault(field, `${problem}.`);
  }
  for (const [field, prose] of proseOf(data, '')) {
    for (const problem of faultsOfProse(prose, code, known)) yield fault(field, problem);
  }
  if (result.success) yield* faultsOfFacts(result.data, code, known, fault);
  for (const [field, problem] of faultsOfBody(body)) yield fault(field, problem);
  for (const paragraph of body.split(/\n{2,}/)) {
    for (const problem of faultsOfProse(paragraph, code, known)) yield fault('body', problem);
  }
}

/** What no single field shows: facts that contradict one another or point to nothing. */
function* faultsOfFacts(facts: CodeFacts, code: number, known: ReadonlySet<number>, fault: (field: string, problem: string) => Fault): Generator<Fault> {
  const twice = (names: (string | number)[]) => names.filter((name, index) => names.indexOf(name) < index);
  for (const { code: other } of facts.lookalikes) {
    if (other === code) yield fault('lookalikes', `names ${code} itself; a look-alike is another code.`);
    else if (!known.has(other)) yield fault('lookalikes', `${other} is no code with a page; the nearest are ${nearestOf(other, known)}.`);
  }
  for (const name of twice(facts.lookalikes.map((lookalike) => lookalike.code))) yield fault('lookalikes', `names ${name} twice; keep one.`);
  for (const name of twice(facts.headerFields.map((field) => field.name))) yield fault('headerFields', `names ${name} twice; make them one.`);
  if (facts.definedIn.length === 0 && facts.registration !== 'unregistered') {
    yield fault('definedIn', 'is missing; a registered code has an RFC that defines it.');
  }
}

const nearestOf = (code: number, known: ReadonlySet<number>) =>
  [...known].sort((a, b) => Math.abs(a - code) - Math.abs(b - code)).slice(0, 3).sort((a, b) => a - b).join(', ');

/** Every fault of the files below content/codes/, all at once; an empty list where the content is whole. */
export function faultsOfCodes(files: readonly ContentFile[]): Fault[] {
  const known = new Set(files.flatMap(({ path }) => path.match(fileName)?.[1] ?? []).map(Number));
  if (known.size === 0) return [{ path: 'content/codes/', field: 'files', problem: 'holds no code; each code is a file such as 486.mdx.' }];
  return files.flatMap((file) => {
    const code = file.path.match(fileName)?.[1];
    if (code !== undefined) return [...faultsOfCode(file, Number(code), known)];
    const problem = /\.(md|markdown|txt|ya?ml)$/.test(file.path)
      ? 'has the wrong extension; call it NNN.mdx, or its page is left out silently.'
      : 'is not named after a code; the name is three digits from 100 to 699 and .mdx, such as 486.mdx.';
    return [{ path: file.path, field: 'file name', problem }];
  });
}

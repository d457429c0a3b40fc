import { inlineTokensOf } from '../inline-references.ts';
import { faultOfCitation } from '../rfc-sections.ts';

const notProse = new Set([
  'url',
  'path',
  'commit',
  'repository',
  'capture',
  'captures',
  'section',
  'part',
  'name',
  'otherPhrases',
  'aliases',
  'methods',
  'reasonPhrase',
  'phrase',
  'what',
  'value',
  'example',
  'version',
  'is',
]);

/** Every string that readers see as prose, with the name of its field. */
export function* proseOf(value: unknown, field: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* proseOf(item, `${field}[${index}]`);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (!notProse.has(key)) yield* proseOf(item, field === '' ? key : `${field}.${key}`);
    }
  }
}

/** Every `{ rfc, section }` in the facts, with the name of its field. */
export function* citationsOf(value: unknown, field: string): Generator<[string, number, string]> {
  if (value === null || typeof value !== 'object') return;
  if ('rfc' in value && 'section' in value && typeof value.rfc === 'number' && typeof value.section === 'string') {
    yield [field, value.rfc, value.section];
  }
  for (const [key, item] of Object.entries(value)) {
    yield* citationsOf(item, Array.isArray(value) ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`);
  }
}

const unit =
  /^\s?(?:ms|s|seconds?|minutes?|bytes?|B|kB|KB|bits?|Hz|kHz|times|calls?|requests?|characters?|days?|hops?|channels?|%)\b/;
const otherNumber =
  /(?:RFC|RFCs|cause|causes|Warning|warn-code|code phrase|port|line|PR|issue|capture|\d[.,:/-]|[-+#§.:/=_])\s?$/;

/** Faults of every citation and of all prose in a file's data, as pairs of the field and a sentence. */
export function* faultsOfReferences(
  data: unknown,
  own: number | undefined,
  known: ReadonlySet<number>,
): Generator<[field: string, problem: string]> {
  for (const [field, rfc, section] of citationsOf(data, '')) {
    const problem = faultOfCitation(rfc, section);
    if (problem) yield [field || 'section', `${problem}.`];
  }
  for (const [field, prose] of proseOf(data, '')) {
    for (const problem of faultsOfProse(prose, own, known)) yield [field, problem];
  }
}

/** Faults of the references in one piece of prose: codes and sections that don't exist, codes named bare. */
export function* faultsOfProse(prose: string, own: number | undefined, known: ReadonlySet<number>): Generator<string> {
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
      const broken = token.text.match(/\[(?:RFC\b[^\]\n]*|\d{3})(?:\](?!\()|$)|\[\d{3}(?![\d\]])\S{0,12}/i);
      if (broken) yield `has ${broken[0]}, which is no reference; write [486] or [RFC 3261, 16.7 step 6].`;
    }
  }
}

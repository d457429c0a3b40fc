import { citationLabelOf } from './citation.ts';
import type { recordOf } from './code-record.ts';
import { csvOf } from './csv.ts';

type CodeRecord = ReturnType<typeof recordOf>;

interface Column {
  name: string;
  about: string;
  cellOf: (record: CodeRecord) => string | number | null;
}

const list = (words: readonly (string | number)[]) => words.join('; ');

/** The columns of /codes.csv, a public contract: columns are added at the end, never renamed or moved. */
export const codeColumns: readonly Column[] = [
  { name: 'code', about: 'The status code', cellOf: ({ code }) => code },
  { name: 'class', about: 'Its class: 4xx', cellOf: (record) => record.class },
  { name: 'reasonPhrase', about: 'The registered reason phrase', cellOf: ({ reasonPhrase }) => reasonPhrase },
  { name: 'otherPhrases', about: 'Other phrases met on the wire', cellOf: ({ otherPhrases }) => list(otherPhrases) },
  { name: 'summary', about: 'What it means, in one sentence', cellOf: ({ summary }) => summary },
  { name: 'registration', about: 'registered, deprecated or unregistered', cellOf: ({ registration }) => registration },
  {
    name: 'definedIn',
    about: 'The defining sections',
    cellOf: ({ definedIn }) => list(definedIn.map(citationLabelOf)),
  },
  {
    name: 'methods',
    about: 'The methods that it answers, or any',
    cellOf: ({ methods }) => (methods === 'any' ? methods : list(methods)),
  },
  { name: 'sentBy', about: 'Who sends it', cellOf: ({ sentBy }) => list(sentBy) },
  {
    name: 'headerFields',
    about: 'Header fields, each with how strictly it is asked for',
    cellOf: ({ headerFields }) => list(headerFields.map(({ name, presence }) => `${name} (${presence})`)),
  },
  { name: 'retry', about: 'Whether to send the request again', cellOf: ({ retry }) => retry.when },
  { name: 'retryAdvice', about: 'The same in a sentence', cellOf: ({ retry }) => retry.advice },
  { name: 'dialogEffect', about: 'What it does to the dialog', cellOf: ({ dialogEffect }) => dialogEffect },
  { name: 'isupToCause', about: 'The Q.850 cause sent for it, by RFC 3398', cellOf: ({ isup }) => isup.toCause },
  {
    name: 'isupFromCauses',
    about: 'The causes that become it, by RFC 3398',
    cellOf: ({ isup }) => list(isup.fromCauses),
  },
  { name: 'qsigToCause', about: 'The cause sent for it, by RFC 4497', cellOf: ({ qsig }) => qsig?.toCause ?? null },
  {
    name: 'qsigFromCauses',
    about: 'The causes that become it, by RFC 4497',
    cellOf: ({ qsig }) => list(qsig?.fromCauses ?? []),
  },
  {
    name: 'lookalikes',
    about: 'Codes that it is confused with',
    cellOf: ({ lookalikes }) => list(lookalikes.map(({ code }) => code)),
  },
  { name: 'aliases', about: 'Words that people search for it', cellOf: ({ aliases }) => list(aliases) },
  { name: 'url', about: 'The permanent address of its page', cellOf: ({ url }) => url },
];

/** Records of /codes.json as /codes.csv. */
export const codesCsvOf = (records: readonly CodeRecord[]): string =>
  csvOf([
    codeColumns.map(({ name }) => name),
    ...records.map((record) => codeColumns.map(({ cellOf }) => cellOf(record))),
  ]);

import { answeredBy, causeWords, dialogWords, retryWords, sendersOf } from './glance.ts';
import type { StatusCode } from './model.ts';

/** A row of a comparison: a fact in which the codes differ, with its words for each code. */
export interface DifferingFact {
  fact: string;
  values: string[];
}

/** What becomes of the other branches of a fork (RFC 3261, 16.7 steps 5 and 10). */
const forkWords: Partial<Record<StatusCode['class'], string>> = {
  '2xx': 'are canceled',
  '6xx': 'are canceled',
};

/** The names of a code's header fields, those that it requires or the others. */
const headerFieldsOf = ({ headerFields }: StatusCode, isRequired: boolean): string =>
  headerFields
    .filter(({ presence }) => (presence === 'required') === isRequired)
    .map(({ name }) => name)
    .join(', ') || 'none';

const wordsOf: Record<string, (status: StatusCode) => string> = {
  Class: (status) => status.class,
  'Sent by': ({ sentBy }) => sendersOf(sentBy),
  Answers: ({ methods }) => answeredBy(methods),
  'Try again': ({ retry }) => retryWords[retry.when],
  Dialog: ({ dialogEffect }) => dialogWords[dialogEffect],
  'Other branches of a fork': (status) => forkWords[status.class] ?? 'go on',
  'Required header fields': (status) => headerFieldsOf(status, true),
  'Other header fields': (status) => headerFieldsOf(status, false),
  'Q.850 cause': ({ isup }) => causeWords(isup),
  Registration: ({ registration }) => registration,
};

/** The facts in which codes differ, from the codes' own data. */
export const differingFacts = (codes: readonly StatusCode[]): DifferingFact[] =>
  Object.entries(wordsOf)
    .map(([fact, words]) => ({ fact, values: codes.map(words) }))
    .filter(({ values }) => new Set(values).size > 1);

import { answeredBy, causeWords, dialogWords, retryWords, sendersOf } from './glance.ts';
import type { StatusCode } from './model.ts';

/** A row of a comparison: a fact in which the codes differ, with its words for each code. */
export interface DifferingFact {
  fact: string;
  values: string[];
}

const wordsOf: Record<string, (status: StatusCode) => string> = {
  Class: (status) => status.class,
  'Sent by': ({ sentBy }) => sendersOf(sentBy),
  Answers: ({ methods }) => answeredBy(methods),
  'Try again': ({ retry }) => retryWords[retry.when],
  Dialog: ({ dialogEffect }) => dialogWords[dialogEffect],
  'Required header fields': ({ headerFields }) =>
    headerFields
      .filter(({ presence }) => presence === 'required')
      .map(({ name }) => name)
      .join(', ') || 'none',
  'Q.850 cause': ({ isup }) => causeWords(isup),
  Registration: ({ registration }) => registration,
};

/** The facts in which codes differ, from the codes' own data. */
export const differingFacts = (codes: readonly StatusCode[]): DifferingFact[] =>
  Object.entries(wordsOf)
    .map(([fact, words]) => ({ fact, values: codes.map(words) }))
    .filter(({ values }) => new Set(values).size > 1);

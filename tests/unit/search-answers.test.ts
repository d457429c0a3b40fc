import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLines, WordFile } from '../../src/lib/search/documents.ts';
import { matchCodes } from '../../src/lib/search/match-codes.ts';
import { wordMatcherOf } from '../../src/lib/search/match-words.ts';
import { mergeAnswers } from '../../src/lib/search/merge-answers.ts';
import { readQuery } from '../../src/lib/search/read-query.ts';
import { readJson } from '../support/built-site.ts';

interface Question {
  query: string;
  expected_codes: number[];
  /** `first`: the first expected code; `any`: one of them; `all`: all of them; `none`: it is said to be not registered. */
  mode: 'first' | 'any' | 'all' | 'none';
  /** How far down it may stand, among results that lead to codes. */
  max_rank: number;
  type: string;
}

/** The share of questions that have to be answered. */
const floor = 0.95;

const questions = readJson<Question[]>('tests/data/search-queries.json');
const { codes } = readJson<CodeLines>('dist/search-index/codes.json');
const matcher = wordMatcherOf(readJson<WordFile>('dist/search-index/words.json').documents);

function answersTo(query: string) {
  const reading = readQuery(query);
  const { answers, notes } = mergeAnswers(matchCodes(reading, codes), matcher.match(reading));
  return { paths: answers.map(({ path }) => path), note: notes.join(' ') };
}

/** The codes that a result leads to, in order; a class counts as its x00. */
function codesOf(path: string): number[] {
  const named = path.match(/^\/(?:codes|compare)\/([\d-]+)\/$/)?.[1];
  if (named) return named.split('-').map(Number);
  const digit = path.match(/^\/classes\/(\d)xx\/$/)?.[1];
  return digit ? [Number(digit) * 100] : [];
}

function isAnswered({ query, expected_codes: expected, mode, max_rank: rank }: Question): boolean {
  const { paths, note } = answersTo(query);
  const ranked = paths.map(codesOf).filter((found) => found.length > 0);
  if (mode === 'none') {
    const first = ranked[0]?.[0];
    return (
      /not registered|no SIP status code/i.test(note) && (first === undefined || first % 100 === 0 || first === 183)
    );
  }
  const near = new Set(ranked.slice(0, rank).flat());
  if (mode === 'first') return near.has(expected[0] ?? 0);
  return mode === 'any' ? expected.some((code) => near.has(code)) : expected.every((code) => near.has(code));
}

test(`at least ${floor * 100} of 100 questions are answered`, () => {
  const unanswered = questions.filter((question) => !isAnswered(question));
  const share = 1 - unanswered.length / questions.length;
  const list = unanswered.map(
    ({ query, mode, expected_codes }) =>
      `${JSON.stringify(query)} wants ${mode} of ${expected_codes.join(' ')}, got ${answersTo(query).paths.slice(0, 4).join(' ')}`,
  );
  assert.ok(questions.length >= 100);
  assert.ok(share >= floor, `${(share * 100).toFixed(1)} of 100 are answered; not these:\n${list.join('\n')}`);
});

test('a question with a wrong answer counts as unanswered', () => {
  assert.equal(isAnswered({ query: '486', expected_codes: [487], mode: 'first', max_rank: 1, type: 'code' }), false);
  assert.equal(isAnswered({ query: '486', expected_codes: [], mode: 'none', max_rank: 1, type: 'code' }), false);
});

test('every code is found first by its number, its status line and its phrase', () => {
  // 406 and 606 share a phrase; either may come first for the phrase alone.
  const phraseOf = new Map(codes.map(({ code, phrase }) => [`/codes/${code}/`, phrase]));
  const missed = codes.flatMap(({ code, phrase, unregistered }) =>
    [String(code), `SIP/2.0 ${code} ${phrase}`, ...(unregistered ? [] : [phrase])].flatMap((query) => {
      const [first] = answersTo(query).paths;
      return first === `/codes/${code}/` || phraseOf.get(first ?? '') === query ? [] : [`“${query}” leads to ${first}`];
    }),
  );
  assert.deepEqual(missed, []);
});

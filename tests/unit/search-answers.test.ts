import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLines, WordFile } from '../../src/lib/search/documents.ts';
import { matchCodes } from '../../src/lib/search/match-codes.ts';
import { wordMatcherOf } from '../../src/lib/search/match-words.ts';
import { mergeAnswers } from '../../src/lib/search/merge-answers.ts';
import { readQuery } from '../../src/lib/search/read-query.ts';
import { readJson } from '../support/built-site.ts';
import { type Given, isAnswered, readQuestions } from '../support/search-questions.ts';

/** The share of questions that have to be answered. */
const floor = 0.97;

const questions = readQuestions();
const { codes } = readJson<CodeLines>('dist/search-index/codes.json');
const matcher = wordMatcherOf(readJson<WordFile>('dist/search-index/words.json').documents);

function answersTo(query: string): Given {
  const reading = readQuery(query);
  const { answers, notes } = mergeAnswers(matchCodes(reading, codes), matcher.match(reading));
  return { paths: answers.map(({ path }) => path), note: notes.join(' ') };
}

test(`at least ${floor * 100} of 100 questions are answered`, () => {
  const unanswered = questions.filter((question) => !isAnswered(question, answersTo(question.query)));
  const share = 1 - unanswered.length / questions.length;
  const list = unanswered.map(
    ({ query, mode, expected_codes }) =>
      `${JSON.stringify(query)} wants ${mode} of ${expected_codes.join(' ')}, got ${answersTo(query).paths.slice(0, 4).join(' ')}`,
  );
  assert.ok(questions.length >= 100);
  assert.ok(share >= floor, `${(share * 100).toFixed(1)} of 100 are answered; not these:\n${list.join('\n')}`);
});

test('a question with a wrong answer counts as unanswered', () => {
  const asked = { query: '486', max_rank: 1, type: 'code' };
  assert.equal(isAnswered({ ...asked, expected_codes: [487], mode: 'first' }, answersTo('486')), false);
  assert.equal(isAnswered({ ...asked, expected_codes: [], mode: 'none' }, answersTo('486')), false);
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

/** The questions that search is asked, and what counts as an answer. */
import { readJson } from './built-site.ts';

export interface Question {
  query: string;
  expected_codes: number[];
  /** `first`: the first expected code; `any`: one of them; `all`: all of them; `none`: it is said to be not registered. */
  mode: 'first' | 'any' | 'all' | 'none';
  /** How far down it may stand, among results that lead to codes. */
  max_rank: number;
  type: string;
}

/** What search gives: the addresses of its results in order, and its note. */
export interface Given {
  paths: string[];
  note: string;
}

export const readQuestions = (): Question[] => readJson<Question[]>('tests/data/search-queries.json');

/** The codes that a result leads to, in order; a class counts as its x00. */
function codesOf(path: string): number[] {
  const named = path.match(/^\/(?:codes|compare)\/([\d-]+)\/$/)?.[1];
  if (named) return named.split('-').map(Number);
  const digit = path.match(/^\/classes\/(\d)xx\/$/)?.[1];
  return digit ? [Number(digit) * 100] : [];
}

/** Whether what was given answers the question. */
export function isAnswered({ expected_codes: expected, mode, max_rank: rank }: Question, given: Given): boolean {
  const ranked = given.paths.map(codesOf).filter((found) => found.length > 0);
  if (mode === 'none') {
    const first = ranked[0]?.[0];
    return /not registered/i.test(given.note) && (first === undefined || first % 100 === 0 || first === 183);
  }
  const near = new Set(ranked.slice(0, rank).flat());
  if (mode === 'first') return near.has(expected[0] ?? 0);
  return mode === 'any' ? expected.some((code) => near.has(code)) : expected.every((code) => near.has(code));
}

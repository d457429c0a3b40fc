/** Scores of plain words by MiniSearch: fields by weight, prefixes, misspellings. */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Library } from './library.ts';
import type { SearchDocument } from './documents.ts';
import type { Signal } from './signal.ts';
import { askedTermsOf, indexedTermsOf } from './tokenize.ts';

/** How much a word counts in each field. */
export const boosts = { name: 7, otherNames: 6, aliases: 6, constants: 5, fields: 4, about: 3, headings: 2.5, text: 1 };

/** How much of a symptom's, cause's or comparison's score its codes get, and how slowly that fades along its list. */
const spread = 0.45;
const spreadLength = 4;

/**
 * How much of a query a page covers, 0 to 1: a rare word counts for more than one that stands on most pages, and a word
 * met only by a prefix or a misspelling counts half.
 */
function coverageOf({ queryTerms, terms }: SearchResult, asked: Iterable<string>, rarityOf: (term: string) => number) {
  const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
  const met = [...new Set(queryTerms)].map((term) => rarityOf(term) * (terms.includes(term) ? 1 : 0.5));
  return sumOf(met) / sumOf([...asked].map(rarityOf));
}

/** Indexes a library; what it gives scores words from 0 to 100, the best page at 100, in descending order. */
export function wordScorerOf({ documents }: Library): (words: string) => Signal[] {
  /** On how many pages each term stands, a page counted once for each of its fields. */
  const vocabulary = new Map<string, number>();
  const index = new MiniSearch<SearchDocument>({
    idField: 'path',
    fields: Object.keys(boosts),
    extractField: (document, field) => {
      const value = document[field as keyof SearchDocument];
      return Array.isArray(value) ? value.join(' \n ') : String(value ?? '');
    },
    tokenize(text) {
      const terms = indexedTermsOf(text);
      for (const term of new Set(terms)) vocabulary.set(term, (vocabulary.get(term) ?? 0) + 1);
      return terms;
    },
    processTerm: (term) => term,
  });
  index.addAll(documents);

  const rarityOf = (term: string) => Math.sqrt(Math.log(1 + documents.length / (vocabulary.get(term) ?? 1)));

  /** Only a word that no page has can be misspelt; numbers are exact. Two edits allow for swapped letters. */
  const editsFor = (term: string) => {
    if (/\d/u.test(term) || vocabulary.has(term) || term.length < 4) return false;
    return term.length > 5 ? 2 : 1;
  };

  return (words) => {
    const asked = askedTermsOf(words, (term) => vocabulary.has(term));
    if (asked.size === 0) return [];
    const results = index.search([...asked.keys()].join(' '), {
      tokenize: (text) => text.split(' '),
      boost: boosts,
      prefix: (term) => term.length > 2,
      fuzzy: editsFor,
      weights: { prefix: 0.5, fuzzy: 0.35 },
      combineWith: 'OR',
    });
    const scored = results
      .map((result) => ({ result, score: result.score * (0.15 + coverageOf(result, asked.keys(), rarityOf) ** 1.5) }))
      .sort((a, b) => b.score - a.score);
    const best = Math.max(scored[0]?.score ?? 0, 1);
    return scored.map(({ result, score }) => ({
      path: String(result.id),
      score: (100 * score) / best,
      why: `“${[...new Set(result.queryTerms)].map((term) => asked.get(term)).join(' ')}”`,
    }));
  };
}

/** The same, with what pages give to the codes that they lead to: the first in their list gets the most. */
export function spreadToCodes(scores: readonly Signal[], { byPath, byCode }: Library): Map<string, Signal> {
  const signals = new Map(scores.map((signal) => [signal.path, signal]));
  for (const { path, score } of scores) {
    const document = byPath.get(path);
    if (!document || ['code', 'class', 'stack'].includes(document.kind)) continue;
    for (const [place, code] of document.codes.entries()) {
      const target = byCode.get(code);
      if (!target) continue;
      const own = signals.get(target.path) ?? { path: target.path, score: 0, why: document.title };
      signals.set(target.path, { ...own, score: own.score + (spread * score) / (1 + place / spreadLength) });
    }
  }
  return signals;
}

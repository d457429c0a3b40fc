/** The other half: phrases, header fields, causes, sections, constants, symptoms and words, from the word index. */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { Answer } from './answer.ts';
import type { SearchDocument } from './documents.ts';
import type { QueryReading } from './read-query.ts';
import { askedTermsOf, indexedTermsOf, nameKeyOf, wordsOf } from './tokenize.ts';

const boosts = { name: 7, otherNames: 6, aliases: 6, constants: 5, fields: 4, headings: 2.5, about: 3, text: 1 };

/** Weights of what is certain, far above any score of words (0 to 100), in the order in which they win. */
const weight = {
  explicit: 1000,
  comparison: 1100,
  relatedComparison: 890,
  class: 880,
  phraseIs: 800,
  phraseWithin: 600,
  aliasWithin: 420,
  cause: 560,
  fromCause: 520,
  toCause: 480,
  constant: 900,
  section: 450,
  definedIn: 430,
  fieldPage: 300,
  field: { required: 400, conditional: 380, recommended: 370, optional: 350 },
  codesOfClass: 300,
  cites: 120,
};

/** How much of a symptom's, cause's or comparison's score its codes get, and how fast that fades along its list. */
const spread = 0.45;
const spreadDecay = 4;

interface Signal {
  score: number;
  why: string;
}

export interface WordMatcher {
  match(reading: QueryReading): (Answer & { score: number })[];
}

/** Prepares the documents for matching; takes tens of milliseconds once, then under one for each query. */
export function wordMatcherOf(documents: readonly SearchDocument[]): WordMatcher {
  const vocabulary = new Set<string>();
  const index = new MiniSearch<SearchDocument>({
    idField: 'path',
    fields: Object.keys(boosts),
    extractField: (document, field) => {
      const value = document[field as keyof SearchDocument];
      return Array.isArray(value) ? value.join(' \n ') : String(value ?? '');
    },
    tokenize(text) {
      const terms = indexedTermsOf(text);
      for (const term of terms) vocabulary.add(term);
      return terms;
    },
    processTerm: (term) => term,
  });
  index.addAll(documents);
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const codes = documents.filter(({ kind }) => kind === 'code');
  const byCode = new Map(codes.map((document) => [document.codes[0], document]));
  const names = documents.flatMap((document) =>
    [document.name, ...document.otherNames, ...document.aliases].map((name, place) => ({
      key: ` ${nameKeyOf(name)} `,
      isPhrase: place <= document.otherNames.length,
      name,
      document,
    })),
  );
  const fieldNames = new Map(
    documents.filter(({ kind }) => kind === 'header field').map(({ title }) => [title.toLowerCase(), title]),
  );
  for (const { facts } of codes)
    for (const name of Object.keys(facts?.headerFields ?? {})) fieldNames.set(name.toLowerCase(), name);

  function* certainties(reading: QueryReading): Generator<[path: string, Signal]> {
    for (const [place, code] of reading.codes.entries()) {
      const document = byCode.get(code);
      if (document)
        yield [
          document.path,
          { score: weight.explicit - place, why: reading.isMessage ? 'in the pasted text' : 'exact code' },
        ];
    }
    for (const document of documents) {
      if (document.kind !== 'comparison') continue;
      const named = reading.codes.slice(0, 5).filter((code) => document.codes.includes(code));
      if (named.length < 2 || named.length < Math.min(reading.codes.length, 2)) continue;
      const isExact = named.length === reading.codes.length;
      const score =
        (isExact && reading.isComparison ? weight.comparison : weight.relatedComparison) - document.codes.length;
      yield [document.path, { score, why: 'comparison' }];
    }
    for (const [place, cause] of reading.causes.entries()) {
      yield [`/causes/${cause}/`, { score: weight.cause - place, why: 'Q.850' }];
      for (const { path, facts } of codes) {
        const from = facts?.fromCauses.includes(cause);
        const to = facts?.toCause === cause;
        if (from)
          yield [path, { score: weight.fromCause - place, why: `Q.850 cause ${cause}${to ? ', both ways' : ''}` }];
        // 31 and 127 are what every unlisted code becomes: they would name half of all codes.
        else if (to)
          yield [
            path,
            {
              score: (cause === 31 || cause === 127 ? weight.cites : weight.toCause) - place,
              why: `becomes cause ${cause}`,
            },
          ];
      }
    }
    for (const { rfc, section } of reading.references) {
      for (const { path, facts } of codes) {
        const isCited = (entry: string) =>
          (rfc === undefined || entry.startsWith(`${rfc} `)) &&
          (section === undefined || entry.endsWith(` ${section}`));
        const label = `${rfc === undefined ? '' : `RFC ${rfc}`}${section === undefined ? '' : ` §${section}`}`.trim();
        if (facts?.definedIn.some(isCited))
          yield [path, { score: section ? weight.section : weight.definedIn, why: `defined in ${label}` }];
        else if (facts?.cites.some(isCited)) yield [path, { score: weight.cites, why: `cites ${label}` }];
      }
    }
    for (const warnCode of reading.warnCodes) {
      const named = documents.flatMap(
        ({ values }) => values?.filter(({ value }) => value.startsWith(String(warnCode))) ?? [],
      );
      const spoken = named.flatMap(({ codes: list }) => list);
      for (const [place, code] of spoken.entries()) {
        yield [`/codes/${code}/`, { score: weight.toCause - place, why: `Warning ${warnCode}` }];
      }
      for (const { path, facts } of spoken.length > 0 ? [] : codes) {
        const presence = facts?.headerFields['Warning'];
        if (presence) yield [path, { score: weight.field[presence], why: `Warning, ${presence}` }];
      }
    }
    for (const digit of reading.classes) {
      yield [`/classes/${digit}xx/`, { score: weight.class, why: 'class' }];
      for (const {
        path,
        codes: [code = 0],
      } of codes) {
        if (Math.floor(code / 100) === digit)
          yield [path, { score: weight.codesOfClass - (code % 100) / 100, why: `class ${digit}xx` }];
      }
    }
    yield* certainNames(reading);
  }

  function* certainNames(reading: QueryReading): Generator<[path: string, Signal]> {
    const query = ` ${nameKeyOf(reading.words)} `;
    const wanted = ` ${nameKeyOf(reading.words)
      .split(' ')
      .filter((word) => wordsOf(word).length > 0)
      .join(' ')} `;
    if (query.trim() === '') return;
    for (const { key, isPhrase, name, document } of names) {
      if (key.trim() === '' || !['code', 'cause', 'symptom', 'comparison'].includes(document.kind)) continue;
      const words = key.trim().split(' ').length;
      const why = isPhrase ? (document.kind === 'code' ? 'phrase' : document.kind) : `“${name}”`;
      const isWhole = key === query || key === wanted;
      const strength = isPhrase ? 0 : -60;
      if (isWhole) yield [document.path, { score: weight.phraseIs + strength, why }];
      else if (words > 1 && query.includes(key)) {
        // Words that people search fit by chance inside a longer query: they count as much of it as they cover.
        const covered = words / query.trim().split(' ').length;
        const score = isPhrase ? weight.phraseWithin + words * 5 : weight.aliasWithin * Math.min(1, covered * 1.5);
        yield [document.path, { score, why }];
      }
    }
    const tokens = new Set(reading.text.match(/[A-Za-z][\w.-]*[A-Za-z0-9]/gu) ?? []);
    for (const token of tokens) {
      if (token.includes('_')) {
        for (const { path, constants } of documents)
          if (constants.includes(token)) yield [path, { score: weight.constant, why: token }];
      }
      const field = fieldNames.get(token.toLowerCase());
      const isAsked =
        token.includes('-') || tokens.size === 1 || /\b(?:header|fields?)\b/iu.test(reading.text) || reading.isMessage;
      if (!field || !isAsked) continue;
      for (const { path, facts, kind, title } of documents) {
        if (kind === 'header field' && title === field) yield [path, { score: weight.fieldPage, why: 'header field' }];
        const presence = facts?.headerFields[field];
        if (presence)
          yield [
            path,
            { score: reading.isMessage ? weight.cites : weight.field[presence], why: `${field}, ${presence}` },
          ];
      }
    }
  }

  /** Scores of words, 0 to 100: how much of the query a page covers, and in which fields. */
  function wordSignals(words: string): Map<string, Signal> {
    const terms = [...new Set(askedTermsOf(words, (term) => vocabulary.has(term)))];
    const signals = new Map<string, Signal>();
    if (terms.length === 0) return signals;
    const results = index.search(terms.join(' '), {
      tokenize: (text) => text.split(' '),
      boost: boosts,
      prefix: (term) => term.length > 2,
      // Only a word that no page has can be misspelt; numbers are exact. Two edits allow for swapped letters.
      fuzzy: (term) =>
        /\d/u.test(term) || vocabulary.has(term) ? false : term.length > 5 ? 2 : term.length > 3 ? 1 : false,
      weights: { prefix: 0.5, fuzzy: 0.35 },
      combineWith: 'OR',
    });
    const scored = results.map((result) => ({
      result,
      score: result.score * (0.15 + coverageOf(result, terms.length) ** 1.5),
    }));
    const best = Math.max(...scored.map(({ score }) => score), 1);
    for (const { result, score } of scored) {
      signals.set(String(result.id), { score: (100 * score) / best, why: `“${result.terms.slice(0, 3).join(' ')}”` });
    }
    return signals;
  }

  /** Adds to the codes what the pages that lead to them have: a symptom, a cause or a comparison speaks for its codes, the first the most. */
  function spreadToCodes(words: ReadonlyMap<string, Signal>): Map<string, Signal> {
    const signals = new Map(words);
    for (const [path, { score }] of words) {
      const document = byPath.get(path);
      if (!document || document.kind === 'code' || document.kind === 'stack') continue;
      for (const [place, code] of document.codes.entries()) {
        const target = byCode.get(code);
        if (!target) continue;
        const own = signals.get(target.path) ?? { score: 0, why: document.title };
        signals.set(target.path, { ...own, score: own.score + (spread * score) / (1 + place / spreadDecay) });
      }
    }
    return signals;
  }

  return {
    match(reading) {
      const words = wordSignals(reading.isMessage && reading.codes.length > 0 ? '' : reading.words);
      const signals = spreadToCodes(words);
      const certain = new Map<string, Signal>();
      const strengthen = (path: string, signal: Signal) => {
        if (signal.score > (certain.get(path)?.score ?? 0)) certain.set(path, signal);
      };
      for (const [path, signal] of certainties(reading)) strengthen(path, signal);
      // What certainly is a symptom or a cause leads to its codes.
      for (const [path, { score, why }] of [...certain]) {
        const document = byPath.get(path);
        if (document?.kind !== 'symptom' && document?.kind !== 'cause') continue;
        for (const [place, code] of document.codes.entries()) {
          const target = byCode.get(code);
          if (target) strengthen(target.path, { score: (score * 0.5) / (1 + place / 4), why });
        }
      }
      for (const [path, { score, why }] of certain) {
        signals.set(path, { score: score + Math.min(signals.get(path)?.score ?? 0, 150) / 2, why });
      }
      const [best] = [...words].sort(([, one], [, other]) => other.score - one.score);
      return (
        [...signals]
          .flatMap(([path, { score, why }]) => {
            const document = byPath.get(path);
            if (!document) return [];
            const {
              kind,
              title,
              about,
              codes: [code],
            } = document;
            const number = kind === 'code' ? code : kind === 'cause' ? Number(path.split('/')[2]) : undefined;
            return [{ path, kind, ...(number === undefined ? {} : { number }), title, about, why, score }];
          })
          .sort((a, b) => b.score - a.score)
          // A symptom that fits the words best is the answer to plain words; its codes follow it.
          .sort((a, b) => Number(isBestSymptom(b, best?.[0])) - Number(isBestSymptom(a, best?.[0])))
      );
    },
  };
}

/** How much of a query a page covers, 0 to 1: a word met only by a prefix or a misspelling counts half. */
const coverageOf = ({ queryTerms, terms }: SearchResult, asked: number) =>
  [...new Set(queryTerms)].reduce((sum, term) => sum + (terms.includes(term) ? 1 : 0.5), 0) / asked;

const isBestSymptom = (
  { path, kind, score }: { path: string; kind: string; score: number },
  best: string | undefined,
) => path === best && kind === 'symptom' && score < weight.phraseWithin;

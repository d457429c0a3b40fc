/** The word index: all that a query names, by number or by words, and then its plain words. */
import type { Answer } from './answer.ts';
import type { SearchDocument } from './documents.ts';
import { type Library, libraryOf } from './library.ts';
import type { QueryReading } from './read-query.ts';
import { type Signal, weight } from './signal.ts';
import { nameFinderOf } from './signals-of-names.ts';
import { signalsOfReferences } from './signals-of-references.ts';
import { spreadToCodes, wordScorerOf } from './word-scores.ts';

export interface WordMatcher {
  /** The answers to a query, best first. */
  match(reading: QueryReading): Answer[];
}

const leading = new Set<SearchDocument['kind']>(['symptom', 'cause', 'class']);

/** The strongest signal for each page. What certainly is a symptom, a cause or a class leads to its codes as well. */
function strongestOf(signals: Iterable<Signal>, { byPath, byCode }: Library): Map<string, Signal> {
  const strongest = new Map<string, Signal>();
  const add = (signal: Signal) => {
    if (signal.score > (strongest.get(signal.path)?.score ?? 0)) strongest.set(signal.path, signal);
  };
  for (const signal of signals) add(signal);
  for (const { path, score, why } of [...strongest.values()]) {
    const document = byPath.get(path);
    if (!document || !leading.has(document.kind)) continue;
    for (const [place, code] of document.codes.entries()) {
      const target = byCode.get(code);
      if (target) add({ path: target.path, score: (score * 0.5) / (1 + place / 4), why });
    }
  }
  return strongest;
}

function answerOf({ path, kind, title, about, codes: [code] }: SearchDocument, why: string): Answer {
  const number = kind === 'code' ? code : kind === 'cause' ? Number(path.split('/')[2]) : undefined;
  return { path, kind, ...(number === undefined ? {} : { number }), title, about, why };
}

/** Prepares the documents for matching: tens of milliseconds once, a few for each query. Another scorer can be tried. */
export function wordMatcherOf(documents: readonly SearchDocument[], scorerOf = wordScorerOf): WordMatcher {
  const library = libraryOf(documents);
  const findNames = nameFinderOf(library);
  const scoreWords = scorerOf(library);
  return {
    match(reading) {
      // A pasted message is read, not searched for: its words are everybody's.
      const scores = scoreWords(reading.isMessage && reading.codes.length > 0 ? '' : reading.words);
      const certain = strongestOf([...signalsOfReferences(reading, library), ...findNames(reading)], library);
      const signals = spreadToCodes(scores, library);
      for (const signal of certain.values()) {
        const words = Math.min(signals.get(signal.path)?.score ?? 0, 150);
        signals.set(signal.path, { ...signal, score: signal.score + words });
      }
      const ordered = [...signals.values()].sort((a, b) => b.score - a.score);
      // A symptom that fits the words best is the answer to plain words; the codes that it leads to follow it.
      const isPlain = ![...certain.values()].some(({ score }) => score >= weight.field.optional);
      const best = isPlain ? library.byPath.get(scores[0]?.path ?? '') : undefined;
      if (best?.kind === 'symptom') ordered.sort((a, b) => Number(b.path === best.path) - Number(a.path === best.path));
      return ordered.flatMap(({ path, why }) => {
        const document = library.byPath.get(path);
        return document ? [answerOf(document, why)] : [];
      });
    },
  };
}

/**
 * Which library ranks plain words: the same matching with MiniSearch and with others in its place, over the same
 * documents, fields and weights, by bytes and by how many of the project's questions are answered.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { readJson } from '../../tests/support/built-site.ts';
import { isAnswered, readQuestions } from '../../tests/support/search-questions.ts';
import type { CodeLines, SearchDocument, WordFile } from '../lib/search/documents.ts';
import type { Library } from '../lib/search/library.ts';
import { matchCodes } from '../lib/search/match-codes.ts';
import { wordMatcherOf } from '../lib/search/match-words.ts';
import { mergeAnswers } from '../lib/search/merge-answers.ts';
import { readQuery } from '../lib/search/read-query.ts';
import type { Signal } from '../lib/search/signal.ts';
import { wordsOf } from '../lib/search/tokenize.ts';
import { boosts, wordScorerOf } from '../lib/search/word-scores.ts';
import { lay } from './built-sites.ts';
import { keepSection, tableOf } from './results.ts';

type Scorer = typeof wordScorerOf;

/** Which of a field's texts hold a word, a beginning of one or a misspelling, by their places. */
type Finder = (word: string) => readonly number[];

const packages = { '@leeoniya/ufuzzy': '1.0.19', 'fuse.js': '7.5.0', flexsearch: '0.8.212' };

const textOf = (document: SearchDocument, field: string) => {
  const value = document[field as keyof SearchDocument];
  return (Array.isArray(value) ? value : [value ?? '']).join(' ');
};

/** Ranks by an engine that finds words but does not rank pages: a word counts by its field, and more where it is rare. */
const scorerOfFinder =
  (finderOf: (texts: string[]) => Finder): Scorer =>
  ({ documents }: Library) => {
    const finders = Object.entries(boosts).map(([field, boost]) => ({
      boost,
      find: finderOf(documents.map((document) => textOf(document, field))),
    }));
    return (text) => {
      const words = [...new Set(wordsOf(text))];
      const scores = new Map<number, number>();
      const covered = new Map<number, number>();
      for (const word of words) {
        const found = finders.map(({ boost, find }) => ({ boost, places: find(word) }));
        const pages = new Set(found.flatMap(({ places }) => places));
        const rarity = Math.log(1 + documents.length / Math.max(pages.size, 1));
        for (const { boost, places } of found)
          for (const place of places) scores.set(place, (scores.get(place) ?? 0) + boost * rarity);
        for (const place of pages) covered.set(place, (covered.get(place) ?? 0) + 1 / words.length);
      }
      const weighed = [...scores]
        .map(([place, score]) => ({ place, score: score * (0.15 + (covered.get(place) ?? 0) ** 1.5) }))
        .sort((a, b) => b.score - a.score);
      const best = Math.max(weighed[0]?.score ?? 0, 1);
      return weighed.map(({ place, score }): Signal => ({
        path: documents[place]?.path ?? '',
        score: (100 * score) / best,
        why: `“${text}”`,
      }));
    };
  };

interface UFuzzy {
  filter(texts: string[], word: string): number[] | null;
}
interface Fuse {
  search(word: string): { refIndex: number }[];
}
interface Flex {
  add(place: number, text: string): void;
  search(word: string, options: { limit: number }): number[];
}

/** The engines that are tried, each as it is loaded from a folder, with its own tolerance of misspellings. */
async function enginesOf(folder: string): Promise<Record<string, Scorer>> {
  const load = async (file: string) => import(pathToFileURL(join(folder, 'node_modules', file)).href);
  const { default: UFuzzyOf } = await load('@leeoniya/ufuzzy/dist/uFuzzy.mjs');
  const { default: FuseOf } = await load('fuse.js/dist/fuse.mjs');
  const { default: flexsearch } = await load('flexsearch/dist/flexsearch.bundle.module.min.mjs');
  return {
    MiniSearch: wordScorerOf,
    uFuzzy: scorerOfFinder((texts) => {
      const engine: UFuzzy = new UFuzzyOf({ intraMode: 1, interLft: 1 });
      return (word) => engine.filter(texts, word) ?? [];
    }),
    'Fuse.js': scorerOfFinder((texts) => {
      const engine: Fuse = new FuseOf(texts, { threshold: 0.2, ignoreLocation: true });
      return (word) => engine.search(word.slice(0, 32)).map(({ refIndex }) => refIndex);
    }),
    FlexSearch: scorerOfFinder((texts) => {
      const engine: Flex = new flexsearch.Index({ tokenize: 'forward', encoder: 'LatinBalance' });
      for (const [place, text] of texts.entries()) engine.add(place, text);
      return (word) => engine.search(word, { limit: texts.length });
    }),
  };
}

/** What a library adds to a page, as one script in brotli. */
async function bytesOf(name: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `import engine from '${name}'; globalThis.engine = engine;`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
}

/** Asks the project's questions with each engine, prints the table and keeps it. Needs a built site in dist/. */
export async function compareEngines(scratch: string): Promise<void> {
  const folder = join(scratch, 'engines');
  lay(folder, { 'package.json': `${JSON.stringify({ private: true, dependencies: packages })}\n` });
  const { codes } = readJson<CodeLines>('dist/search-index/codes.json');
  const { documents } = readJson<WordFile>('dist/search-index/words.json');
  const questions = readQuestions();
  const moduleOf: Record<string, [string, string]> = {
    MiniSearch: ['minisearch', process.cwd()],
    uFuzzy: ['@leeoniya/ufuzzy', folder],
    'Fuse.js': ['fuse.js', folder],
    FlexSearch: ['flexsearch', folder],
  };
  const rows: string[][] = [];
  for (const [name, scorer] of Object.entries(await enginesOf(folder))) {
    const matcher = wordMatcherOf(documents, scorer);
    const share = (asked: typeof questions) => {
      const answered = asked.filter((question) => {
        const reading = readQuery(question.query);
        const { answers, notes } = mergeAnswers(matchCodes(reading, codes), matcher.match(reading));
        return isAnswered(question, { paths: answers.map(({ path }) => path), note: notes.join(' ') });
      });
      return `${answered.length} of ${asked.length}`;
    };
    const [module, place] = moduleOf[name] ?? ['', ''];
    rows.push([
      name,
      (await bytesOf(module, place)).toLocaleString('en'),
      share(questions),
      share(questions.filter(({ type }) => type === 'symptom')),
      share(questions.filter(({ type }) => type === 'misspelling')),
    ]);
  }
  const text = [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${Object.entries(packages)
      .map((pair) => pair.join(' '))
      .join(
        ', ',
      )}, and MiniSearch as pinned. Each engine finds the words of a query in the same documents; numbers, names and references are read before, alike for all. The engines that do not rank pages are given MiniSearch's weights of fields, and rarer words count more.`,
    tableOf([['', 'bytes', 'questions answered', 'of these symptoms', 'of these misspelt'], ...rows]),
  ].join('\n\n');
  console.log(text);
  await keepSection('Engines for words', text);
}

import type { Answer, Answers } from './answer.ts';

/** How many answers of the word index are shown. */
const most = 12;

/** Joins the quick answers, the word index's and Pagefind's: exact ones first, each page once. */
export function mergeAnswers(quick: Answers, words: readonly (Answer & { score: number })[] = []): Answers {
  const seen = new Set<string>();
  const answers = [
    ...quick.answers.filter(({ why }) => why.startsWith('how ')),
    ...words.slice(0, most + quick.answers.length),
    ...quick.answers,
  ].filter(({ path }) => !seen.has(path) && seen.add(path));
  return { answers, notes: quick.notes };
}

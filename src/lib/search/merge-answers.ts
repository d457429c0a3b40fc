import type { Answer, Answers } from './answer.ts';

/** How many answers of the word index are shown. */
const most = 12;

/** Joins the quick answers and the word index's, each page once: what stands in for an unknown code comes first. */
export function mergeAnswers(quick: Answers, words: readonly Answer[] = []): Answers {
  const shown = new Set<string>();
  const inOrder = [
    ...quick.answers.filter(({ isStandIn }) => isStandIn),
    ...words.slice(0, most + quick.answers.length),
    ...quick.answers,
  ];
  return { answers: inOrder.filter(({ path }) => !shown.has(path) && shown.add(path)), notes: quick.notes };
}

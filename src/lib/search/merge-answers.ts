import type { Answer, Answers } from './answer.ts';

/** How many answers of the word index are shown. */
const most = 12;

/** Joins the quick answers and the word index's, each page once: what stands in for an unknown code comes first. */
export function mergeAnswers(quick: Answers, words: readonly Answer[] = []): Answers {
  // "127 interworking" is a cause and no code: nothing stands in for it.
  const [best] = words;
  const isCause = best?.kind === 'cause' && quick.answers.some(({ standsFor }) => standsFor === best.number);
  const answers = isCause ? quick.answers.filter(({ standsFor }) => standsFor !== best.number) : quick.answers;
  const shown = new Set<string>();
  const inOrder = [
    ...answers.filter(({ standsFor }) => standsFor !== undefined),
    ...words.slice(0, most + answers.length),
    ...answers,
  ];
  return {
    answers: inOrder.filter(({ path }) => !shown.has(path) && shown.add(path)),
    notes: isCause ? [] : quick.notes,
  };
}

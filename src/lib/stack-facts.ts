import type { Stack, StackFact, StatusCode } from './model.ts';

/** What stands before a fact, by its kind. */
export const stackFactVerb: Record<StackFact['is'], string> = {
  constant: 'calls it',
  sends: 'sends it:',
  'maps-to': 'on receipt:',
  'maps-from': 'made from',
  phrase: 'other phrase:',
  missing: 'lacks it.',
  log: 'logs',
  config: 'setting:',
  timer: 'timer:',
  filter: 'filter:',
};

/** The page that proves a fact: its line at the commit that was read, or its own address. */
export function stackFactUrlOf({ slug, repository, commit }: Stack, fact: StackFact): string {
  if (fact.url) return fact.url;
  if (!repository || !(fact.commit ?? commit) || !fact.path) {
    throw new Error(
      `content/stacks/${slug}.yaml: a fact has a path, but the file names no repository and commit; add them, or a url.`,
    );
  }
  return `https://github.com/${repository}/blob/${fact.commit ?? commit}/${fact.path}${fact.line ? `#L${fact.line}` : ''}`;
}

/** What the stacks say of one code: their facts and what they were seen to send. */
export const stacksOn = (status: StatusCode, stacks: readonly Stack[]) =>
  stacks
    .map((stack) => ({
      stack,
      facts: stack.facts.filter(({ code }) => code === status.code),
      seen: stack.seen.filter(({ code }) => code === status.code),
    }))
    .filter(({ facts, seen }) => facts.length + seen.length > 0);

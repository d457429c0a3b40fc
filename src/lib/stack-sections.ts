import type { Stack, StackFact } from './model.ts';

/** Facts about one code or cause, or about the stack as a whole. */
export interface FactGroup {
  code: number | undefined;
  cause: number | undefined;
  facts: StackFact[];
}

/** A part of a stack's page. */
export interface StackSection {
  id: string;
  heading: string;
  groups: FactGroup[];
}

const parts: { id: string; heading: string; kinds: StackFact['is'][] }[] = [
  { id: 'sends', heading: 'What it sends by itself', kinds: ['sends', 'timer'] },
  { id: 'maps', heading: 'What it makes of a received code', kinds: ['maps-to'] },
  { id: 'maps-from', heading: 'What becomes a code', kinds: ['maps-from'] },
  { id: 'names', heading: 'What it calls each code', kinds: ['constant', 'phrase', 'missing'] },
  { id: 'logs', heading: 'In its logs and settings', kinds: ['log', 'config', 'filter'] },
];

/** The parts of a stack's page that have facts: by code, then by cause, then what is about no code. */
export function stackSectionsOf(stack: Stack, isKnown: (code: number) => boolean): StackSection[] {
  return parts
    .map(({ id, heading, kinds }) => {
      const facts = stack.facts.filter(({ is, code }) => kinds.includes(is) && (code === undefined || isKnown(code)));
      const groups = [
        ...Map.groupBy(facts, ({ code, cause }) => (code ? code : cause === undefined ? 2000 : 1000 + cause)),
      ]
        .sort(([one], [other]) => one - other)
        .map(([, [first, ...others]]) => ({
          code: first?.code,
          cause: first?.code === undefined ? first?.cause : undefined,
          facts: first ? [first, ...others] : others,
        }));
      return { id, heading, groups };
    })
    .filter(({ groups }) => groups.length > 0);
}

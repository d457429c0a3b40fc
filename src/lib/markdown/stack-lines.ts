import type { Stack, StackFact, StatusCode } from '../model.ts';
import { stackPath } from '../paths.ts';
import { stackFactUrlOf, stackFactVerb, stacksOn } from '../stack-facts.ts';
import { codeSpanOf, fencedBlockOf, listOf, markdownTextOf, sectionOf } from './text.ts';
import type { Writer } from './writer.ts';

const sourceLabelOf = ({ path, line, url }: StackFact) =>
  path ? `${path.split('/').at(-1)}${line ? `:${line}` : ''}` : new URL(url ?? '').hostname;

/** One fact about a stack, as an item of a list. */
export function stackFactLineOf(stack: Stack, fact: StackFact, write: Writer): string {
  const { is, value, text } = fact;
  const isBlock = value?.trim().includes('\n');
  const source = `(${write.link(markdownTextOf(sourceLabelOf(fact)), stackFactUrlOf(stack, fact))})`;
  const literal = value !== undefined && !isBlock && `${codeSpanOf(value)}${text ? '.' : ''}`;
  const words = [stackFactVerb[is], literal, text && write.prose(text), source];
  const block = isBlock ? `\n\n${fencedBlockOf(value ?? '').replace(/^(?=.)/gm, '  ')}` : '';
  return `${words.filter(Boolean).join(' ')}${block}`;
}

/** *In real stacks*: what each stack sends, maps and calls the code. */
export const stacksSectionOf = (status: StatusCode, stacks: readonly Stack[], write: Writer): string =>
  sectionOf(
    '## In real stacks',
    ...stacksOn(status, stacks)
      .filter(({ facts }) => facts.length > 0)
      .map(({ stack, facts }) =>
        sectionOf(
          `### ${write.page(markdownTextOf(stack.name), stackPath(stack.slug))}`,
          listOf(facts.map((fact) => stackFactLineOf(stack, fact, write))),
        ),
      ),
  );

/** What was seen of the code in captures of real software, as a list. */
export const seenListOf = (status: StatusCode, stacks: readonly Stack[], write: Writer): string =>
  listOf(
    stacksOn(status, stacks).flatMap(({ stack, seen }) =>
      seen.map(({ phrase, version, captures, note }) => {
        const shown = captures.map((capture) => write.evidence({ capture })).join(', ');
        const name = write.page(markdownTextOf(stack.name), stackPath(stack.slug));
        return `${name} ${markdownTextOf(version)}: ${codeSpanOf(phrase)} (${shown})${note ? `. ${write.prose(note)}` : ''}`;
      }),
    ),
  );

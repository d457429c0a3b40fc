import { differingFacts } from '../comparison-facts.ts';
import type { Cause, Comparison, Symptom } from '../model.ts';
import { listWords } from '../list-words.ts';
import { causePath, comparisonPath, stackPath, symptomPath } from '../paths.ts';
import { stackFactLineOf } from './stack-lines.ts';
import { atBlockStart, linkOf, listOf, markdownTextOf, sectionOf } from './text.ts';
import type { Writer } from './writer.ts';

const pageOf = (...blocks: string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
const quoted = (markdown: string) => `> ${atBlockStart(markdown)}`;

/** A comparison's page as Markdown. */
export const comparisonMarkdownOf = (
  { id, codes, difference, rules, clues, inPractice, sources }: Comparison,
  write: Writer,
): string =>
  pageOf(
    `# ${listWords(codes.map(({ code }) => code))}?`,
    quoted(write.prose(difference)),
    linkOf('The page', write.address(comparisonPath(id))),
    sectionOf('## Which to send', listOf(rules.map(({ when, send }) => `${write.prose(when)} → ${write.code(send)}`))),
    sectionOf('## In the trace', listOf(clues.map(write.prose))),
    sectionOf(
      '## Where they differ',
      listOf(
        differingFacts(codes).map(
          ({ fact, values }) =>
            `**${fact}**: ${values.map((value, place) => `${codes[place]?.code} ${markdownTextOf(value)}`).join('; ')}`,
        ),
      ),
    ),
    sectionOf('## In practice', inPractice ? atBlockStart(write.prose(inPractice)) : ''),
    sectionOf('## Sources', listOf(sources.map(write.evidence))),
  );

/** A symptom's page as Markdown. */
export const symptomMarkdownOf = (
  { slug, title, summary, lookFirst, branches, sources }: Symptom,
  write: Writer,
): string =>
  pageOf(
    `# ${write.prose(title)}`,
    quoted(write.prose(summary)),
    linkOf('The page', write.address(symptomPath(slug))),
    sectionOf('## Look at this first', listOf(lookFirst.map(write.prose))),
    sectionOf(
      '## What you see, what it means, what to do',
      ...branches.map(({ see, means, codes, act, proof, sources: seen }) =>
        sectionOf(
          `### ${write.prose(see)}`,
          atBlockStart(write.prose(means)),
          listOf([
            ...(codes.length > 0 ? [`**Codes**: ${codes.map(write.code).join(', ')}`] : []),
            `**Do**: ${write.prose(act)}`,
            ...(proof ? [`**Proof**: ${write.prose(proof)}`] : []),
            ...(seen?.length ? [`**Seen in**: ${seen.map(write.evidence).join(', ')}`] : []),
          ]),
        ),
      ),
    ),
    sectionOf('## Sources', listOf(sources.map(write.evidence))),
  );

/** A Q.850 cause's page as Markdown. */
export function causeMarkdownOf(
  { cause, name, meaning, isup, qsig, fromSip, fromSipWhen, misprint, note, stackFacts }: Cause,
  write: Writer,
): string {
  const linesOf = (list: Cause['isup']) =>
    list.map((item) => `${write.code(item.code)}${item.when ? ` ${write.prose(item.when)}` : ''}${write.cited(item)}`);
  return pageOf(
    `# Q.850 cause ${cause}: ${markdownTextOf(name)}`,
    quoted(write.prose(meaning)),
    linkOf('The page', write.address(causePath(cause))),
    sectionOf('## From ISUP to SIP', listOf(linesOf(isup))),
    sectionOf('## From QSIG to SIP', listOf(linesOf(qsig))),
    misprint
      ? `Misprint: the RFC prints ${write.prose(misprint.printed)}; it means ${write.prose(misprint.meant)}.${write.cited(misprint)}`
      : '',
    note ? atBlockStart(write.prose(note)) : '',
    sectionOf('## From SIP', listOf([...fromSip.map(({ code }) => write.code(code)), ...linesOf(fromSipWhen)])),
    sectionOf(
      '## In real stacks',
      // Facts that are about a code, too, stand on the code's page.
      listOf(
        stackFacts
          .filter(({ code }) => code === undefined)
          .map(
            ({ stack, ...fact }) =>
              `${write.page(markdownTextOf(stack.name), stackPath(stack.slug))}: ${stackFactLineOf(stack, fact, write)}`,
          ),
      ),
    ),
  );
}

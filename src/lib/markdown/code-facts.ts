import { glanceOf } from '../glance.ts';
import type { ClassOfCodes, StatusCode } from '../model.ts';
import { classPath } from '../paths.ts';
import { codeSpanOf, listOf, markdownTextOf, sectionOf } from './text.ts';
import type { Writer } from './writer.ts';

const fact = (name: string, value: string) => `**${name}**: ${value}`;

/** *At a glance*, as a list. */
export function glanceSectionOf(status: StatusCode, { name }: Pick<ClassOfCodes, 'name'>, write: Writer): string {
  const glance = glanceOf(status);
  const { headerFields, definedIn } = status;
  return sectionOf(
    '## At a glance',
    listOf([
      fact('Class', write.page(markdownTextOf(`${status.class} ${name}`), classPath(status.class))),
      fact('Sent by', glance.sentBy),
      fact('Answers', glance.answers),
      fact('Try again', glance.retry),
      fact('Dialog', glance.dialog),
      ...(headerFields.length > 0
        ? [
            fact(
              'Header fields',
              headerFields.map(({ name, presence }) => `${codeSpanOf(name)} (${presence})`).join(', '),
            ),
          ]
        : []),
      fact('Q.850 cause', glance.cause),
      fact('Defined in', definedIn.map(write.citation).join(', ') || 'no current RFC'),
    ]),
  );
}

/** The facts that need a sentence, and what is often said and wrong. */
export function factSectionsOf(status: StatusCode, write: Writer): string[] {
  const { retry, dialogNote, forking, headerFields, isup, history, misconceptions, citations } = status;
  const all = (list: StatusCode['sources'] = []) => list.map((citation) => write.cited(citation)).join('');
  return [
    sectionOf(
      '### What follows',
      listOf([
        fact('Try again?', write.prose(retry.advice) + write.cited(retry)),
        ...(dialogNote ? [fact('Dialog', write.prose(dialogNote) + all(citations.dialogEffect))] : []),
        fact('Forking', write.prose(forking.effect) + write.cited(forking)),
        ...headerFields.map(
          (field) => `${codeSpanOf(field.name)}, ${field.presence}: ${write.prose(field.purpose)}${write.cited(field)}`,
        ),
        ...(isup.note ? [fact('Gateways', write.prose(isup.note) + all(citations.isup))] : []),
        ...history.map((item) => fact('History', write.prose(item.change) + write.cited(item))),
      ]),
    ),
    sectionOf(
      '### Often said, and wrong',
      listOf(
        misconceptions.map(
          (item) => `**Said**: ${write.prose(item.said)} **In fact**: ${write.prose(item.fact)}${write.cited(item)}`,
        ),
      ),
    ),
  ];
}

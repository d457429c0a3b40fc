import type { FlowOfCode, Reference, StatusCode } from '../model.ts';
import { listWords } from '../list-words.ts';
import { codeDataPath, codePath, comparisonPath, pathTo } from '../paths.ts';
import { obsoletedBy, rfcTitleOf } from '../rfc-sections.ts';
import { causesSectionOf } from './code-causes.ts';
import { factSectionsOf, glanceSectionOf } from './code-facts.ts';
import { seenListOf, stacksSectionOf } from './stack-lines.ts';
import { atBlockStart, codeSpanOf, fencedBlockOf, linkOf, listOf, markdownTextOf, sectionOf } from './text.ts';
import { type Writer, writerOf } from './writer.ts';

const registrationWords = {
  registered: '',
  deprecated: 'Deprecated, but still registered with IANA.',
  unregistered: 'Not registered with IANA.',
} as const;

const originSectionOf = ({ origin }: StatusCode, write: Writer) =>
  sectionOf(
    '## Who sent it',
    listOf([
      ...(origin?.clues ?? []).map(
        (clue) => `${write.prose(clue.see)}: ${write.prose(clue.means)}${write.cited(clue)}`,
      ),
      ...(origin?.offTheWire ?? []).map(
        (item) => `**Never on the wire**: ${write.prose(item.when)}${write.cited(item)}`,
      ),
    ]),
  );

const wireSectionOf = (flow: FlowOfCode | undefined, seen: string, address: string, isBrief: boolean) =>
  flow
    ? sectionOf(
        '## On the wire',
        `${atBlockStart(markdownTextOf(flow.title))} (${linkOf('as a file', address)})`,
        isBrief ? '' : fencedBlockOf(flow.text),
        sectionOf('### Seen for real', seen),
      )
    : '';

const lookalikesSectionOf = ({ code, lookalikes }: StatusCode, { comparisons }: Reference, write: Writer) =>
  lookalikes.length === 0
    ? ''
    : sectionOf(
        '## Not to be confused with',
        listOf(lookalikes.map((other) => `${write.code(other.code)}: ${write.prose(other.difference)}`)),
        comparisons
          .filter(({ codes }) => codes.some((other) => other.code === code))
          .map(({ id, codes }) => write.page(listWords(codes.map((other) => other.code)), comparisonPath(id)))
          .join(' · ')
          .replace(/^(?=.)/, 'Compared side by side: '),
      );

function sourcesSectionOf({ sources, registration }: StatusCode, write: Writer): string {
  const lines = [...Map.groupBy(sources, ({ rfc }) => rfc)].map(([rfc, citations]) => {
    const later = obsoletedBy(rfc).map((number) => `RFC ${number}`);
    return `${markdownTextOf(rfcTitleOf(rfc) ?? `RFC ${rfc}`)}${later.length > 0 ? ` (obsoleted by ${later.join(', ')})` : ''}: ${citations.map(write.citation).join(', ')}`;
  });
  const registry = write.link(
    'IANA registry of SIP response codes',
    'https://www.iana.org/assignments/sip-parameters/sip-parameters.xhtml#sip-parameters-7',
  );
  return sectionOf(
    '## Sources',
    listOf([
      ...lines,
      `${registration === 'unregistered' ? 'Looked for, and not found, in the' : 'Registered in the'} ${registry}.`,
    ]),
  );
}

/**
 * A code's page as clean Markdown: its facts and prose in the order of the page, without the page's frame. In brief it
 * has neither the messages of the exchange nor the links.
 */
export function markdownOf(
  status: StatusCode,
  reference: Reference,
  site: URL | undefined,
  { isBrief = false } = {},
): string {
  const write = writerOf(reference.codes, site, { withLinks: !isBrief });
  const responseClass = reference.classes.find((candidate) => candidate.class === status.class);
  if (!responseClass)
    throw new Error(`content/classes/${status.class}.mdx is missing; each of the six classes has its file.`);
  const blocks = [
    `# SIP/2.0 ${status.code} ${markdownTextOf(status.reasonPhrase)}`,
    `> ${atBlockStart(markdownTextOf(status.summary))}`,
    registrationWords[status.registration],
    status.otherPhrases.length > 0 ? `Also on the wire as ${status.otherPhrases.map(codeSpanOf).join(', ')}.` : '',
    `${linkOf('The page', write.address(codePath(status.code)))} · ${linkOf('as data', write.address(codeDataPath(status.code)))}`,
    glanceSectionOf(status, responseClass, write),
    write.body(status.entry.body ?? ''),
    ...factSectionsOf(status, write),
    originSectionOf(status, write),
    causesSectionOf(status, write),
    wireSectionOf(
      status.flow,
      seenListOf(status, reference.stacks, write),
      write.address(pathTo(`/flows/${status.code}.txt`)),
      isBrief,
    ),
    lookalikesSectionOf(status, reference, write),
    stacksSectionOf(status, reference.stacks, write),
    sourcesSectionOf(status, write),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

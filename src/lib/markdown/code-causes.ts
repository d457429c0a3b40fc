import type { StatusCode } from '../model.ts';
import { listOf, sectionOf } from './text.ts';
import type { Writer } from './writer.ts';

const placeWords: Record<string, string> = { pbx: 'PBX', sbc: 'SBC', webrtc: 'WebRTC', ims: 'IMS' };

const causeOf = (write: Writer) => (item: StatusCode['causes'][number], place: number) =>
  sectionOf(
    `### ${place + 1}. ${write.prose(item.cause)}`,
    `${item.likelihood} · ${item.where.map((where) => placeWords[where] ?? where).join(', ')}`,
    listOf([
      `**Proof**: ${write.prose(item.proof)}`,
      ...item.fixes.map(({ by, fix }) => `**Fix** (${by}): ${write.prose(fix)}`),
      ...(item.confirm ? [`**Confirm**: ${write.prose(item.confirm)}`] : []),
      ...(item.sources?.length ? [`**Seen in**: ${item.sources.map(write.evidence).join(', ')}`] : []),
    ]),
  );

/** *Causes and fixes*: what is normal, the causes, the numbers, and what to collect. */
export const causesSectionOf = ({ causes, normal, numbers, collect }: StatusCode, write: Writer): string =>
  causes.length === 0
    ? ''
    : sectionOf(
        '## Causes and fixes',
        normal ? `**When it is normal.** ${write.prose(normal)}` : '',
        ...causes.map(causeOf(write)),
        sectionOf(
          '### Numbers',
          listOf(
            numbers.map(
              ({ what, value, source }) =>
                `${write.prose(what)}: ${write.prose(value)}${source ? ` (${write.evidence(source)})` : ''}`,
            ),
          ),
        ),
        sectionOf('### Collect before you open a ticket', listOf(collect.map((item) => write.prose(item)))),
      );

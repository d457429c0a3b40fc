import type { StatusCode } from './model.ts';
import { codePath, homePath, pathTo } from './paths.ts';
import { plainTextOf } from './plain-text.ts';
import { xmlTextOf } from './xml.ts';

/** A change of a code's page that readers should hear of. */
export interface Change {
  /** Its day: 2026-07-01. */
  date: string;
  what: string;
}
type Changing = Pick<StatusCode, 'code' | 'reasonPhrase'> & { changes?: readonly Change[] | undefined };

const momentOf = (date: string) => `${date}T00:00:00Z`;

/** The lines of an Atom feed (RFC 4287) of the changes of all codes, the newest first. Valid, and empty, without any. */
export function feedOf(codes: readonly Changing[], site: URL | undefined): string[] {
  const addressOf = (path: string) => xmlTextOf(new URL(path, site).href);
  const entries = codes
    .flatMap((status) => (status.changes ?? []).map((change) => ({ ...change, ...status })))
    .sort((a, b) => b.date.localeCompare(a.date) || a.code - b.code);
  return [
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    '<title>SIP Status Codes: changes</title>',
    '<subtitle>Codes added or corrected</subtitle>',
    `<id>${addressOf(pathTo('/feed.xml'))}</id>`,
    `<link rel="self" type="application/atom+xml" href="${addressOf(pathTo('/feed.xml'))}"/>`,
    `<link rel="alternate" type="text/html" href="${addressOf(homePath())}"/>`,
    // Atom asks for a moment even where nothing has changed yet; the time of the build would change with each build.
    `<updated>${xmlTextOf(momentOf(entries[0]?.date ?? '1970-01-01'))}</updated>`,
    '<author><name>the authors of SIP Status Codes</name></author>',
    '<rights>CC BY 4.0</rights>',
    ...entries.map(({ code, reasonPhrase, date, what }) => {
      const page = addressOf(codePath(code));
      return [
        '<entry>',
        // One entry for a code and a day: the schema of `changes` sees to it.
        `<id>${page}#changed-${xmlTextOf(date)}</id>`,
        `<title>${code} ${xmlTextOf(reasonPhrase)}</title>`,
        `<link rel="alternate" type="text/html" href="${page}"/>`,
        `<updated>${xmlTextOf(momentOf(date))}</updated>`,
        `<content type="text">${xmlTextOf(plainTextOf(what))}</content>`,
        '</entry>',
      ].join('');
    }),
    '</feed>',
  ];
}

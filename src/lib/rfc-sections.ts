import rfcs from '../data/rfcs.json' with { type: 'json' };

interface RfcEntry {
  title: string;
  obsoletedBy: number[];
  sections: string;
}

const entries = new Map(Object.entries(rfcs as Record<string, RfcEntry>).map(([rfc, entry]) => [Number(rfc), entry]));

/** The title of an RFC, or undefined where src/data/rfcs.json doesn't list it. */
export const rfcTitleOf = (rfc: number): string | undefined => entries.get(rfc)?.title;

/** The RFCs that obsolete this one; empty while it stands. */
export const obsoletedBy = (rfc: number): number[] => entries.get(rfc)?.obsoletedBy ?? [];

/** Why a citation can't be right, as the end of a sentence, or undefined. */
export function faultOfCitation(rfc: number, section: string): string | undefined {
  const entry = entries.get(rfc);
  if (!entry) {
    return `RFC ${rfc} is not in src/data/rfcs.json; mend the number, or add the RFC there with its title and sections`;
  }
  if (entry.sections.split(' ').includes(section)) return undefined;
  const parent = section.replace(/\.\d+$/, '');
  const last = Number(section.match(/\d+$/)?.[0] ?? 0);
  const siblings = entry.sections
    .split(' ')
    .filter((known) => known === parent || known.replace(/\.\d+$/, '') === parent);
  const near =
    siblings.length <= 9
      ? siblings
      : siblings.filter((known) => Math.abs(Number(known.match(/\d+$/)?.[0]) - last) <= 3);
  return `RFC ${rfc} has no section ${section}; ${near.length > 0 ? `near it are ${near.join(', ')}` : `look it up at https://www.rfc-editor.org/rfc/rfc${rfc}`}`;
}

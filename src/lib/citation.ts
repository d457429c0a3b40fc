import type { Citation } from './code-schema.ts';

/** How readers see a citation: "RFC 3261 §21.4.24", with its part behind it. */
export const citationLabelOf = ({ rfc, section, part }: Citation): string =>
  `RFC ${rfc} ${/^[A-Z]/.test(section) ? `appendix ${section}` : `§${section}`}${part ? `, ${part}` : ''}`;

/** The address of the cited section in the RFC Editor's HTML edition. */
export const citationUrlOf = ({ rfc, section }: Citation): string =>
  `https://www.rfc-editor.org/rfc/rfc${rfc}.html#${/^[A-Z]/.test(section) ? 'appendix' : 'section'}-${section}`;

/** Orders citations by RFC, then by section as numbers, and drops repetitions. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  const byLabel = new Map(citations.map((citation) => [citationLabelOf(citation), citation]));
  const keyOf = (section: string) =>
    section
      .split('.')
      .map((step) => step.padStart(3, '0'))
      .join('.');
  return [...byLabel.values()].sort(
    (a, b) =>
      a.rfc - b.rfc || keyOf(a.section).localeCompare(keyOf(b.section)) || (a.part ?? '').localeCompare(b.part ?? ''),
  );
}

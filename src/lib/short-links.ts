/** Short links: "/486", "/sip/486", "/busy-here" and "/480-vs-486" to the pages they mean. */

/** What short links are made of; the shapes are the ones of codes.json and of the names of comparisons. */
export interface ShortLinkSource {
  codes: readonly { code: number; reasonPhrase: string }[];
  /** Codes in ascending order, joined: "480-486", "401-403-407". */
  comparisons: readonly string[];
  /** Names that stand at the top of the site already: "codes", "search". A short link never hides them. */
  taken: readonly string[];
}

const slugOf = (reasonPhrase: string): string =>
  reasonPhrase
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The values that stand once in a list. */
const single = (values: readonly string[]): string[] =>
  values.filter((value) => values.indexOf(value) === values.lastIndexOf(value));

/** Every two of a comparison's codes, in both orders. */
const pairsOf = (comparison: string): string[] => {
  const codes = comparison.split('-');
  return codes.flatMap((first) => codes.filter((code) => code !== first).map((second) => `${first}-${second}`));
};

/**
 * The short links, each with the address of its page, without the site's base and without a last slash of its own.
 * A phrase that two codes share gets none; two codes out of three lead to the three's comparison, where no other has both.
 */
export function shortLinksOf({ codes, comparisons, taken }: ShortLinkSource): Record<string, string> {
  const links = new Map<string, string>();
  for (const { code } of codes) links.set(String(code), `/codes/${code}/`).set(`sip/${code}`, `/codes/${code}/`);
  const slugs = codes.map(({ reasonPhrase }) => slugOf(reasonPhrase));
  const ownSlugs = new Set(single(slugs).filter((slug) => !taken.includes(slug)));
  codes.forEach(({ code }, at) => {
    const slug = slugs[at] ?? '';
    if (ownSlugs.has(slug)) links.set(slug, `/codes/${code}/`);
  });
  const ownPairs = new Set(single(comparisons.flatMap(pairsOf)));
  for (const comparison of comparisons) {
    const isPair = comparison.split('-').length === 2;
    for (const pair of pairsOf(comparison)) {
      if (isPair || ownPairs.has(pair)) links.set(pair.replace('-', '-vs-'), `/compare/${comparison}/`);
    }
    links.set(comparison.replaceAll('-', '-vs-'), `/compare/${comparison}/`);
  }
  return Object.fromEntries([...links].map(([name, address]) => [`/${name}`, address]));
}

/** The full-text half: Pagefind's answers as excerpts with marked words, asked with fewer words when all find nothing. */

interface PagefindSubResult {
  title: string;
  url: string;
  excerpt: string;
}
interface PagefindFragment {
  url: string;
  meta: Record<string, string | undefined>;
  sub_results: PagefindSubResult[];
}
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindFragment> }[] } | null>;
}

/** A passage of a page: `excerpt` as pieces of text, the marked ones being the words that were found. */
export interface Passage {
  url: string;
  /** "486 Busy Here" */
  page: string;
  /** The heading that the passage stands under. */
  heading: string;
  excerpt: { text: string; isMarked: boolean }[];
}

/** Pagefind's ranking, set on purpose: a word in a title counts most, and long pages are not held back. */
export const pagefindRanking = {
  // The one option that visibly helps: a phrase or a code in the page's metadata.
  metaWeights: { title: 50, phrase: 50, code: 50 },
  // Pages differ in length by what is known of a code, not by how well they answer.
  pageLength: 0.4,
  termFrequency: 0.8,
};

/** Pagefind blocks for seconds on very long queries. */
const longestQuestion = 100;
const mostPassages = 6;

/** Takes Pagefind's excerpt apart: its only markup is <mark>, and the rest is escaped text. */
export function excerptPieces(excerpt: string): Passage['excerpt'] {
  const text = (escaped: string) =>
    escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return excerpt
    .split(/<mark>(.*?)<\/mark>/gu)
    .map((piece, place) => ({ text: text(piece), isMarked: place % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The questions to ask in turn: all words, then without the shortest, down to the two longest. */
export function questionsOf(words: string): string[] {
  const asked = words
    .slice(0, longestQuestion)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const questions: string[] = [];
  const kept = [...asked];
  while (kept.length > 0) {
    questions.push(kept.join(' '));
    if (kept.length <= 2) break;
    const shortest = kept.reduce((least, word, place) => (word.length < (kept[least]?.length ?? 0) ? place : least), 0);
    kept.splice(shortest, 1);
  }
  return questions.slice(0, 6);
}

/** Asks Pagefind; `makeSure` is called before "nothing" is believed. Throws what either throws. */
export async function askPagefind(
  pagefind: Pagefind,
  words: string,
  makeSure: () => Promise<void>,
): Promise<Passage[]> {
  for (const question of questionsOf(words)) {
    const found = await pagefind.search(question);
    if (!found || found.results.length === 0) {
      await makeSure();
      continue;
    }
    const fragments = await Promise.all(found.results.slice(0, mostPassages).map((result) => result.data()));
    return fragments.map(({ url, meta, sub_results: [passage] }) => ({
      url: passage?.url ?? url,
      page: meta['code'] ? `${meta['code']} ${meta['phrase'] ?? ''}` : (meta['title'] ?? url),
      heading: passage && passage.title !== meta['title'] ? passage.title.replace(/\s*#$/u, '') : '',
      excerpt: excerptPieces(passage?.excerpt ?? ''),
    }));
  }
  return [];
}

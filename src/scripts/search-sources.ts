/** The files behind search, each loaded when first wanted, once; a failed load is tried again at the next wish. */
import type { Pagefind } from '../lib/search/ask-pagefind.ts';
import { pagefindRanking } from '../lib/search/ask-pagefind.ts';
import type { CodeLine, CodeLines, WordFile } from '../lib/search/documents.ts';
import type { WordMatcher } from '../lib/search/match-words.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Remembers a promise until it fails, or until it is told to forget. */
function loadedOnce<Value>(load: () => Promise<Value>): (() => Promise<Value>) & { forget: () => void } {
  let loading: Promise<Value> | undefined;
  const forget = () => {
    loading = undefined;
  };
  const loaded = () => {
    loading ??= load().catch((error: unknown) => {
      forget();
      throw error;
    });
    return loading;
  };
  return Object.assign(loaded, { forget });
}

async function fetchJson<Content>(path: string): Promise<Content> {
  const response = await fetch(`${base}${path}`);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Content;
}

let begun: Promise<unknown> | undefined;

/** Takes over the code lines that the page asked for while this script was on its way; what failed is no object. */
export const takeOverCodes = (codes: Promise<unknown>): void => {
  begun = codes;
};

/** The code lines: a typed number needs nothing else. */
export const loadCodeLines = loadedOnce(async (): Promise<CodeLine[]> => {
  const first = (await begun) as CodeLines | undefined;
  begun = undefined;
  const { codes } = first ?? (await fetchJson<CodeLines>('/search-index/codes.json'));
  if (!Array.isArray(codes)) throw new Error('/search-index/codes.json holds no codes');
  return codes;
});

/** The word index and the code that reads it. */
export const loadWordMatcher = loadedOnce(async (): Promise<WordMatcher> => {
  const [{ wordMatcherOf }, { documents }] = await Promise.all([
    import('../lib/search/match-words.ts'),
    fetchJson<WordFile>('/search-index/words.json'),
  ]);
  return wordMatcherOf(documents);
});

/** SHA-256 in base64; undefined where the origin is not secure, and nothing can be compared. */
async function digestOf(content: ArrayBuffer): Promise<string | undefined> {
  if (!crypto.subtle) return undefined;
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', content))));
}

/**
 * Fetches some of Pagefind's files side by side, which is faster than its own chain of requests, and compares each
 * with its digest: Pagefind itself shows a missing or broken index file as "no results".
 */
async function checkPagefindFiles(isWanted: (path: string) => boolean): Promise<void> {
  const files = Object.entries(await fetchJson<Record<string, string>>('/pagefind/files.json'));
  await Promise.all(
    files.map(async ([path, expected]) => {
      if (!isWanted(path)) return;
      const address = `${base}/pagefind/${path}${path.endsWith('entry.json') ? `?ts=${cacheTag}` : ''}`;
      const response = await fetch(address, { cache: isRetry ? 'reload' : 'default' });
      const digest = response.ok ? await digestOf(await response.arrayBuffer()) : 'missing';
      if (digest !== undefined && digest !== expected) throw new Error(`${address} is missing or broken`);
    }),
  );
}

const isIndexPart = (path: string) => path.endsWith('.pf_index');
let isRetry = false;

/** Makes sure that "nothing found" is true: throws where a part of the index is missing or broken. */
export const checkPagefindIndex = loadedOnce(async (): Promise<void> => {
  try {
    await checkPagefindFiles(isIndexPart);
  } catch (error) {
    isRetry = true;
    await (await loadPagefind()).destroy();
    loadPagefind.forget();
    throw error;
  }
});

/** In place of the time of day, which Pagefind would add to defeat every cache and every offline copy. */
const cacheTag = 'site';

/** Pagefind, ready to be asked. After a failure it is destroyed: else it keeps the failed state. */
export const loadPagefind = loadedOnce(async (): Promise<Pagefind> => {
  const [pagefind] = await Promise.all([
    import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`) as Promise<Pagefind>,
    checkPagefindFiles((path) => !isIndexPart(path)),
  ]);
  try {
    // The tag comes first: setting the ranking already loads the index.
    await pagefind.options({ metaCacheTag: cacheTag, excerptLength: 24, ranking: pagefindRanking });
    await pagefind.init();
  } catch (error) {
    isRetry = true;
    await pagefind.destroy();
    throw error;
  }
  return pagefind;
});

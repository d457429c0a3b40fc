import { stemmer } from 'stemmer';

/** Words that say nothing about which page is meant. */
const empty = new Set(
  (
    'a an and are as at be been but by can cannot cant could dont doesnt isnt wont do does doing did for from get gets getting got has have how i if in into is it its ' +
    'me my not of on or our so than that the their them then there they this to up us was we what when where which who why will with would you your ' +
    'sip code codes error errors response responses status message meaning mean means fix help please problem issue vs versus difference between'
  ).split(' '),
);

/**
 * The words of a text for the word index: lower case, without empty words. A compound such as "Retry-After",
 * USER_BUSY or noAnswerTimeout gives itself and its parts.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [compound] of text.replaceAll(/[’']/gu, '').matchAll(/[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)*/gu)) {
    const parts = compound
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .toLowerCase()
      .split(/[-_./]/u);
    if (parts.length > 1) words.push(compound.toLowerCase());
    for (const part of parts) if (!empty.has(part)) words.push(part);
  }
  return words;
}

/** What a page is found by: each word and its stem, so that a misspelt word is compared with whole words. */
export const indexedTermsOf = (text: string): string[] =>
  wordsOf(text).flatMap((word) => {
    const stem = stemmer(word);
    return stem === word ? [word] : [stem, word];
  });

/** What a query asks for, with the word behind each term: the stem where some page has it, else the word as typed. */
export const askedTermsOf = (text: string, isKnown: (term: string) => boolean): Map<string, string> =>
  new Map(wordsOf(text).map((word) => [isKnown(stemmer(word)) ? stemmer(word) : word, word]));

/** Names compared as equal: letters and digits only, in lower case. */
export const nameKeyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

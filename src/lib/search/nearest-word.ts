/** Misspelt words of names: the word of a vocabulary that somebody meant. */

/**
 * How many letters were left out, added, changed or swapped with their neighbour between two words; counting stops above
 * a limit. (Damerau and Levenshtein's distance, where no piece is edited twice.)
 */
export function editsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + Number(!isSame),
        isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

/** The word that a misspelt one stands for, or the word itself: numbers and words of under four letters are exact. */
export function nearestWord(word: string, vocabulary: ReadonlySet<string>): string {
  if (word.length < 4 || /\d/u.test(word) || vocabulary.has(word)) return word;
  let nearest = word;
  let fewest = word.length > 7 ? 2 : 1;
  for (const candidate of vocabulary) {
    if (candidate.length < 4) continue;
    const edits = editsBetween(word, candidate, fewest);
    // At the same distance the first letter decides: people seldom miss that one.
    if (edits < fewest || (edits === fewest && (nearest === word || candidate[0] === word[0]))) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

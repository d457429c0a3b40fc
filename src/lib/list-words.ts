/** Words in a row as prose: "INVITE", "INVITE or OPTIONS", "480, 486 or 603". */
export const listWords = (words: readonly (string | number)[], joint = 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

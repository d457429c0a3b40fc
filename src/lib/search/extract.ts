/** Takes every match of a pattern out of a text, leaving a blank, and gives the matches. */
export function extract(text: string, pattern: RegExp): [rest: string, matches: RegExpMatchArray[]] {
  return [text.replace(pattern, ' '), [...text.matchAll(pattern)]];
}

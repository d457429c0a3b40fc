/** Whether the text is a decimal number without a sign. */
export const isNumber = (text: string): boolean => /^\d+$/.test(text);

const token = /^[A-Za-z0-9\-.!%*_+`'~]+$/;

/** Whether the text is a token (RFC 3261 25.1). */
export const isToken = (text: string): boolean => token.test(text);

const isSpace = (character: string | undefined) => character === ' ' || character === '\t';

/** The text without spaces and tabs at both ends; loops, since a pattern takes quadratic time on long runs of spaces. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const octetsOfPoint = (point: number) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** The length of a text in bytes, as UTF-8. */
export function octetsOf(text: string): number {
  let octets = 0;
  for (const character of text) octets += octetsOfPoint(character.codePointAt(0) ?? 0);
  return octets;
}

/** The longest beginning of a text that takes no more than so many bytes as UTF-8. */
export function takeOctets(text: string, octets: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += octetsOfPoint(character.codePointAt(0) ?? 0);
    if (taken > octets) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Splits at a separator, but not inside quoted strings or angle brackets; a quote that never ends takes the rest. */
export function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  let isBracketed = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"' && !isBracketed) isQuoted = true;
    else if (character === '<') isBracketed = true;
    else if (character === '>') isBracketed = false;
    else if (character === separator && !isBracketed) {
      parts.push(trimSpace(text.slice(start, at)));
      start = at + 1;
    }
  }
  parts.push(trimSpace(text.slice(start)));
  return parts;
}

/** Where the quoted string that the text begins with ends, behind its closing quote; -1 where it never does. */
export function endOfQuotedString(text: string): number {
  for (let at = 1; text.startsWith('"') && at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

/** Takes the quotes off a quoted string and resolves its escapes (RFC 3261 25.1); any other text stays as it is. */
export const unquote = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\([\s\S])/g, '$1') : text;

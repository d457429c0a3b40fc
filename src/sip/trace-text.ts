import { octetsOf } from './text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' colour sequences begin with ESC.
const colours = /\u001b\[[0-9;?]*[A-Za-z]/g;
const sofiaFrame = /^(?:recv|send) \d+ bytes (?:from|to) \w+\/\S+ at /m;

/** The trace without colours, byte order mark and Sofia-SIP's indentation; with CRLF where it has bare LF alone. */
export function plainTextOf(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').replace(colours, '');
  const flush = sofiaFrame.test(bare) ? bare.replace(/^ {3}/gm, '') : bare;
  return flush.includes('\r\n') ? flush : flush.replace(/\n/g, '\r\n');
}

/** Where the line that begins or continues at an offset ends, without and with its line end. */
export function lineAt(text: string, start: number): { line: string; next: number } {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  return { line: line.endsWith('\r') ? line.slice(0, -1) : line, next: newline < 0 ? text.length : newline + 1 };
}

/** The offset so many bytes further, counting a bare LF as CRLF if asked; undefined beyond the text. */
export function offsetAfter(text: string, start: number, octets: number, isLfTwo: boolean): number | undefined {
  let left = octets;
  let offset = start;
  while (left > 0) {
    const point = text.codePointAt(offset);
    if (point === undefined) return undefined;
    const character = String.fromCodePoint(point);
    left -= octetsOf(character) + (isLfTwo && character === '\n' && text[offset - 1] !== '\r' ? 1 : 0);
    offset += character.length;
  }
  return offset;
}

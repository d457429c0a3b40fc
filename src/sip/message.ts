import { canonicalNameOf } from './header-names.ts';
import { faultsOfMessage } from './message-faults.ts';
import { readStartLine, type StartLine } from './start-line.ts';
import { isNumber, isToken, octetsOf, takeOctets, trimSpace } from './text.ts';

/** What is wrong with a message: the line (from 1) and a whole sentence. */
export interface MessageFault {
  line: number;
  reason: string;
}

/** A header field as it stands in a message. */
export interface HeaderField {
  /** As written: `v`, `VIA`; empty where the line holds no colon (then `value` is the whole line). */
  name: string;
  /** The customary full spelling: `Via`. */
  canonicalName: string;
  /** Unfolded, without white space around it. */
  value: string;
  /** The line in the message, from 1. */
  line: number;
}

/** A SIP message, as far as it could be understood; nothing of the text is lost but folds and white space around values. */
export type SipMessage = StartLine & {
  /** The first line as written. */
  startLine: string;
  /** Its line in the text, from 1: empty lines before it are skipped. */
  line: number;
  fields: HeaderField[];
  /** As long as Content-Length says, else all that follows the empty line. */
  body: string;
  /** What follows the body: noise in a datagram, the next message on a stream (RFC 3261 18.3). */
  rest: string;
  faults: MessageFault[];
};

export type SipRequest = Extract<SipMessage, { is: 'request' }>;
export type SipResponse = Extract<SipMessage, { is: 'response' }>;

export interface ReadOptions {
  /** Each character stands for one byte (text decoded as Latin-1), so that a binary body keeps its length. */
  oneByteCharacters?: boolean;
}

/** Splits a message at its empty line; empty lines before the start line are skipped (RFC 3261 7.5). */
function splitHead(text: string): { lines: string[]; skipped: number; body: string | undefined } {
  const lines: string[] = [];
  let skipped = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, newline > start && text[newline - 1] === '\r' ? end - 1 : end);
    start = end + 1;
    if (line !== '') lines.push(line);
    else if (lines.length === 0) skipped += 1;
    else if (newline >= 0) return { lines, skipped, body: text.slice(start) };
  }
  return { lines, skipped, body: undefined };
}

/** Joins folded lines, each with its number (RFC 3261 7.3.1). */
function unfold(lines: readonly string[], firstLine: number): { text: string; line: number }[] {
  const unfolded: { parts: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = unfolded.at(-1);
    if (last && /^[ \t]/.test(line)) {
      const continued = trimSpace(line);
      if (continued !== '') last.parts.push(continued);
    } else unfolded.push({ parts: [line], line: firstLine + index });
  }
  return unfolded.map(({ parts: [first = '', ...more], line }) => {
    return { text: more.length === 0 ? first : trimSpace([trimSpace(first), ...more].join(' ')), line };
  });
}

function readField({ text, line }: { text: string; line: number }, faults: MessageFault[]): HeaderField {
  const colon = text.indexOf(':');
  const written = text.slice(0, Math.max(colon, 0));
  const name = trimSpace(written);
  if (isToken(name) && written.startsWith(name)) {
    return { name, canonicalName: canonicalNameOf(name), value: trimSpace(text.slice(colon + 1)), line };
  }
  faults.push({ line, reason: `The line is no header field: “${text.slice(0, 60)}”.` });
  return { name: '', canonicalName: '', value: text, line };
}

/**
 * Reads one SIP message (RFC 3261 7 and 25). Never throws: what can't be understood is kept and reported in `faults`.
 * Text whose lines all end in a bare LF, as people paste it, is measured as if they ended in CRLF.
 */
export function readMessage(text: string, { oneByteCharacters = false }: ReadOptions = {}): SipMessage {
  const faults: MessageFault[] = [];
  const wire = text.includes('\r\n') ? text : text.replace(/\n/g, '\r\n');
  const { lines, skipped, body: after } = splitHead(wire);
  const startLine = lines[0] ?? '';
  const line = skipped + 1;
  const start = readStartLine(startLine, (reason) => faults.push({ line, reason }));
  const fields = unfold(lines.slice(1), line + 1).map((unfolded) => readField(unfolded, faults));
  if (after === undefined)
    faults.push({ line: skipped + lines.length, reason: 'No empty line ends the header fields.' });
  const { body, rest } = splitBody(after ?? '', fields, oneByteCharacters, faults);
  const message: SipMessage = { ...start, startLine, line, fields, body, rest, faults };
  // Not by spread arguments: a hundred thousand faults would overflow the stack.
  message.faults = [...faults, ...faultsOfMessage(message)].sort((a, b) => a.line - b.line);
  return message;
}

/** Cuts the body off by Content-Length, in bytes (RFC 3261 18.3, 20.14). */
function splitBody(after: string, fields: readonly HeaderField[], oneByteCharacters: boolean, faults: MessageFault[]) {
  const lengths = fields.filter(({ canonicalName }) => canonicalName === 'Content-Length');
  const [first] = lengths;
  if (!first || lengths.some(({ value }) => value !== first.value) || !isNumber(first.value)) {
    return { body: after, rest: '' };
  }
  const wanted = Number(first.value);
  const present = oneByteCharacters ? after.length : octetsOf(after);
  if (wanted > present) {
    const reason = `Content-Length says ${first.value} bytes, but the body has ${present}.`;
    faults.push({ line: first.line, reason });
  }
  const body = oneByteCharacters ? after.slice(0, wanted) : takeOctets(after, wanted);
  return { body, rest: after.slice(body.length) };
}

/** Writes a message with CRLF line ends, its header fields unfolded; `readMessage` reads the same message from it. */
export function writeMessage({ startLine, fields, body, rest }: SipMessage): string {
  const lines = fields.map(({ name, value }) =>
    name === '' ? value : value === '' ? `${name}:` : `${name}: ${value}`,
  );
  return `${[startLine, ...lines].map((line) => `${line}\r\n`).join('')}\r\n${body}${rest}`;
}

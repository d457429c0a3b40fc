import { fieldValuesOf } from './header-values.ts';
import { readMessage, type SipMessage } from './message.ts';
import { isNumber } from './text.ts';
import { isBetweenMessages } from './trace-frames.ts';
import { lineAt, offsetAfter } from './trace-text.ts';

const startLine = /^(?:SIP\/\d\.\d [1-9]\d{2,} ?|[A-Za-z0-9\-.!%*_+`'~]+ +\S.* SIP\/\d\.\d *$)/;
const headerField = /^[A-Za-z0-9\-.!%*_+`'~]+[ \t]*:/;

/** Whether a message begins at this offset: a start line with a header field below it. */
export function isMessageStart(text: string, offset: number): boolean {
  const { line, next } = lineAt(text, offset);
  return startLine.test(line) && headerField.test(lineAt(text, next).line);
}

/** Where the header fields end, and whether an empty line ends them. */
function headOf(text: string, start: number): { head: string; bodyStart: number; isEnded: boolean } {
  let offset = lineAt(text, start).next;
  while (offset < text.length) {
    const { line, next } = lineAt(text, offset);
    if (line === '') return { head: text.slice(start, next), bodyStart: next, isEnded: true };
    if (isBetweenMessages(line) || isMessageStart(text, offset)) break;
    offset = next;
  }
  return { head: text.slice(start, offset), bodyStart: offset, isEnded: false };
}

/** Bodies that may hold a SIP message: message/sip, message/sipfrag, or a part of a multipart body. */
const quotingType = /^(?:message|multipart)\//i;

/**
 * Where the first line begins that can't belong to a body: a tool's, or a message's unless the body may quote one. Where none
 * begins before `until`, the first line behind it: else each of many short bodies would have all that follows searched.
 */
function limitOf(text: string, bodyStart: number, mayQuote: boolean, until: number): number {
  let offset = bodyStart;
  while (offset < until) {
    const { line, next } = lineAt(text, offset);
    if (isBetweenMessages(line) || (!mayQuote && isMessageStart(text, offset))) return offset;
    offset = next;
  }
  return offset;
}

/** Whether a body can end here: where a line begins or ends, or a tool's line begins behind a body without a line end. */
const canEnd = (text: string, end: number): boolean =>
  end === text.length ||
  text[end - 1] === '\n' ||
  text[end] === '\r' ||
  text[end] === '\n' ||
  isBetweenMessages(lineAt(text, end).line);

const withCrlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

/** The text with one CRLF at its end, whatever empty lines a tool put there; nothing stays nothing. */
function withOneCrlf(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n' || text[end - 1] === '\r') end -= 1;
  return end === 0 ? '' : `${text.slice(0, end)}\r\n`;
}

/**
 * Cuts one message out of a trace. The body is as long as Content-Length says where a body can end there, counted with CRLF
 * or as the text has it; else it reaches to what can't belong to it. A last CRLF that a tool swallowed comes back.
 */
export function findMessage(text: string, start: number): { message: SipMessage; end: number } {
  const { head, bodyStart, isEnded } = headOf(text, start);
  const headText = withCrlf(head);
  const headOnly = readMessage(headText);
  const [length] = fieldValuesOf(headOnly, 'Content-Length');
  const [type] = fieldValuesOf(headOnly, 'Content-Type');
  const isEmpty = length === '0' || (length === undefined && type === undefined);
  if (!isEnded || isEmpty) return { message: headOnly, end: bodyStart };
  const mayQuote = quotingType.test(type ?? '');
  const octets = length !== undefined && isNumber(length) ? Number(length) : Number.POSITIVE_INFINITY;
  const until = Math.min(bodyStart + octets, text.length);
  const limit = limitOf(text, bodyStart, mayQuote && length !== undefined, until);
  // A tool's line may be glued to a body that has no line end.
  const last = lineAt(text, limit).next;
  for (const isLfTwo of octets > (last - bodyStart) * 3 ? [] : [true, false]) {
    const end = offsetAfter(text, bodyStart, octets, isLfTwo);
    if (end === undefined || end > last || !canEnd(text, end)) continue;
    if (end > limit && !isBetweenMessages(lineAt(text, end).line)) continue;
    const body = text.slice(bodyStart, end);
    return { message: readMessage(headText + (isLfTwo ? withCrlf(body) : body)), end };
  }
  const end = limit < until ? limit : limitOf(text, limit, mayQuote && length !== undefined, text.length);
  return { message: readMessage(headText + withOneCrlf(withCrlf(text.slice(bodyStart, end)))), end };
}

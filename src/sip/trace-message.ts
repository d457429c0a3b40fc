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

/** Where the next thing begins that can't belong to a body: a tool's line, or after an empty line a message. */
function limitOf(text: string, bodyStart: number): number {
  let offset = bodyStart;
  let isAfterEmpty = true;
  while (offset < text.length) {
    const { line, next } = lineAt(text, offset);
    if (isBetweenMessages(line) || (isAfterEmpty && isMessageStart(text, offset))) return offset;
    isAfterEmpty = line === '';
    offset = next;
  }
  return text.length;
}

/** Whether a body can end here: at a line's beginning or end, and with no tool's line inside it. */
function canEnd(text: string, bodyStart: number, end: number): boolean {
  for (let offset = bodyStart; offset < end; offset = lineAt(text, offset).next) {
    if (isBetweenMessages(lineAt(text, offset).line) && lineAt(text, offset).next <= end) return false;
  }
  const isAtLine = end === text.length || text[end - 1] === '\n' || text[end] === '\r' || text[end] === '\n';
  return isAtLine || isBetweenMessages(lineAt(text, end).line);
}

const withCrlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

/**
 * Cuts one message out of a trace. The body is as long as Content-Length says where a body can end there, counted with CRLF
 * or as the text has it; else it reaches to what can't belong to it. A last CRLF that a tool swallowed comes back.
 */
export function findMessage(text: string, start: number): { message: SipMessage; end: number } {
  const { head, bodyStart, isEnded } = headOf(text, start);
  const headText = withCrlf(head);
  const headOnly = readMessage(headText);
  const [length] = fieldValuesOf(headOnly, 'Content-Length');
  const isTyped = fieldValuesOf(headOnly, 'Content-Type').length > 0;
  if (!isEnded || length === '0' || (length === undefined && !isTyped)) return { message: headOnly, end: bodyStart };
  const octets = length !== undefined && isNumber(length) ? Number(length) : undefined;
  for (const isLfTwo of octets === undefined ? [] : [true, false]) {
    const end = offsetAfter(text, bodyStart, octets ?? 0, isLfTwo);
    if (end === undefined || !canEnd(text, bodyStart, end)) continue;
    const body = text.slice(bodyStart, end);
    return { message: readMessage(headText + (isLfTwo ? withCrlf(body) : body)), end };
  }
  const end = limitOf(text, bodyStart);
  const body = withCrlf(text.slice(bodyStart, end)).replace(/(?:\r\n)+$/, '');
  const message = readMessage(`${headText}${body}${body === '' ? '' : '\r\n'}`);
  return { message, end };
}

import type { FlowFault, FlowHead, FlowMark, FlowMessage, FlowNote } from './flow.ts';
import { readMessage } from './message.ts';

const sign = /^(?:==|--|!!|\?\?) /;
const flags = new Set(['lost', 'highlighted', 'UDP', 'TCP', 'TLS', 'SCTP', 'TLS-SCTP', 'WS', 'WSS']);

/** The bytes of a message: lines with CRLF, the empty line always there, none behind the body but its own end. */
function textOfMessage(lines: readonly string[]): string {
  const end = lines.findLastIndex((line) => line !== '') + 1;
  const kept = lines.slice(0, end).map((line) => (/^\\(?:==|--|!!|\?\?|\\)/.test(line) ? line.slice(1) : line));
  const text = kept.map((line) => `${line}\r\n`).join('');
  return kept.includes('') ? text : `${text}\r\n`;
}

function readMark(text: string, line: number): FlowMark | undefined {
  const [, name = '', sentence = ''] = text.match(/^!! ([^\s:]+):\s+(\S.*)$/) ?? [];
  if (name === '') return undefined;
  const [, reason = sentence, rfc, section] = sentence.match(/^(.*?)\s*\[RFC (\d+), ([A-Z0-9][\w.]*)\]\.?$/) ?? [];
  return { name, reason, line, ...(rfc && section ? { citation: { rfc: Number(rfc), section } } : {}) };
}

/** Reads what follows a flow's head: messages, notes, marks. */
export function readEvents(
  lines: readonly string[],
  start: number,
  head: FlowHead,
  faults: FlowFault[],
): (FlowMessage | FlowNote)[] {
  const events: (FlowMessage | FlowNote)[] = [];
  const names = new Set(head.parties.map(({ name }) => name));
  let current: FlowMessage | undefined;
  let index = start;
  while (index < lines.length) {
    const text = lines[index] ?? '';
    const line = index + 1;
    const report = (reason: string) => faults.push({ line, reason });
    let end = index + 1;
    while (end < lines.length && !sign.test(lines[end] ?? '')) end += 1;
    const between = lines.slice(index + 1, end);
    index = end;
    if (text.startsWith('== ')) {
      current = readFlowMessage(text, between, line, head, report);
      if (current) events.push(current);
      continue;
    }
    if (between.some((other) => other.trim() !== ''))
      report('Text stands behind this line that belongs to no message.');
    if (text.startsWith('-- ')) {
      current = undefined;
      const note = readNote(text, line);
      if (note) events.push(note);
      else report('A note is like this: -- 0.5 alice proxy: What happens here.');
    } else if (!current) report('This line belongs to a message, but none stands before it.');
    else if (text.startsWith('!! ')) {
      const mark = readMark(text, line);
      if (mark) current.marks.push(mark);
      else report('A mark is like this: !! Retry-After: When to try again [RFC 3261, 20.33]');
    } else current.expectedFaults.push({ words: text.slice(3).trim(), line });
  }
  for (const event of events) {
    const named = event.is === 'message' ? [event.from, event.to] : event.parties;
    for (const name of named.filter((one) => !names.has(one))) {
      faults.push({ line: event.line, reason: `No party is called ${name}.` });
    }
  }
  return events;
}

function readNote(text: string, line: number): FlowNote | undefined {
  const [, time, who = '', words = ''] = text.match(/^-- (\d+(?:\.\d+)?)((?: +[\w.-]+)+): +(\S.*)$/) ?? [];
  if (time === undefined) return undefined;
  const parties = who.trim().split(/ +/);
  const isHighlighted = parties.at(-1) === 'highlighted';
  if (isHighlighted) parties.pop();
  return { is: 'note', time: Number(time), parties, text: words, isHighlighted, line };
}

function readFlowMessage(
  text: string,
  lines: readonly string[],
  line: number,
  head: FlowHead,
  report: (reason: string) => void,
): FlowMessage | undefined {
  const [, time, from = '', to = '', more = ''] =
    text.match(/^== (\d+(?:\.\d+)?) +([\w.-]+) +-> +([\w.-]+)((?: +[\w-]+)*) *$/) ?? [];
  if (time === undefined) {
    report('A message begins like this: == 0.5 alice -> proxy');
    return undefined;
  }
  if (lines.every((one) => one.trim() === '')) {
    report('No message stands below this line.');
    return undefined;
  }
  const words = more.split(/ +/).filter((word) => word !== '');
  for (const word of words.filter((one) => !flags.has(one))) report(`“${word}” is none of ${[...flags].join(', ')}.`);
  const transport =
    words.find((word) => word !== 'lost' && word !== 'highlighted' && flags.has(word)) ?? head.transport;
  const bytes = textOfMessage(lines);
  return {
    is: 'message',
    time: Number(time),
    from,
    to,
    transport,
    lost: words.includes('lost'),
    isHighlighted: words.includes('highlighted'),
    text: bytes,
    message: readMessage(bytes),
    marks: [],
    expectedFaults: [],
    line,
  };
}

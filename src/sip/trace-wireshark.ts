import type { SipMessage } from './message.ts';
import type { Trace, TraceMessage } from './trace.ts';
import { findMessage, isMessageStart } from './trace-message.ts';
import { lineAt, offsetAfter } from './trace-text.ts';

interface Record {
  /** Whether the second node sent it. */
  isAnswer: boolean;
  text: string;
  line: number;
}

interface Stream {
  transport: string;
  nodes: string[];
  records: Record[];
}

const heading = /^Follow: (udp|tcp|tls|http|websocket)\b/;

/** Splits the output of `tshark -z follow,udp,ascii,…` into streams of records; undefined where the text is none. */
function readStreams(text: string): Stream[] | undefined {
  const streams: Stream[] = [];
  let line = 1;
  for (let offset = 0; offset < text.length;) {
    const { line: words, next } = lineAt(text, offset);
    const stream = streams.at(-1);
    const [, protocol] = words.match(heading) ?? [];
    const [, node] = words.match(/^Node \d: (\S+)$/) ?? [];
    const [, tab, octets] = words.match(/^(\t?)(\d+)$/) ?? [];
    let end = next;
    if (protocol !== undefined) streams.push({ transport: protocol.toUpperCase(), nodes: [], records: [] });
    else if (node !== undefined) stream?.nodes.push(node);
    else if (stream && octets !== undefined) {
      end = endOfRecord(text, next, Number(octets));
      stream.records.push({ isAnswer: tab !== '', text: text.slice(next, end), line: line + 1 });
      if (text[end] === '\n') end += 1;
      else if (text.startsWith('\r\n', end)) end += 2;
    }
    line += text.slice(offset, end).split('\n').length - 1;
    offset = end;
  }
  return streams.length > 0 ? streams : undefined;
}

/** The end of a record: its bytes, and where those are not as they were (a bare LF that became CRLF) the next record. */
function endOfRecord(text: string, start: number, octets: number): number {
  let end = offsetAfter(text, start, octets, false) ?? text.length;
  while (end < text.length) {
    const rest = lineAt(text, end);
    const following = rest.line === '' ? lineAt(text, rest.next).line : rest.line;
    if (/^(?:\t?\d+|={60,})$/.test(following)) break;
    end = rest.next;
  }
  return end;
}

/** The messages of one direction, whole again where segments cut them, each with the record that completed it. */
function messagesOf(
  records: readonly (Record & { index: number })[],
): { message: SipMessage; line: number; index: number }[] {
  const text = records.map((record) => record.text).join('');
  const ends: number[] = [];
  for (const record of records) ends.push((ends.at(-1) ?? 0) + record.text.length);
  let reached = 0;
  /** The record that holds an offset; offsets only grow. */
  const recordAt = (offset: number) => {
    while (reached < records.length - 1 && offset >= (ends[reached] ?? 0)) reached += 1;
    return { record: records[reached], begin: (ends[reached] ?? 0) - (records[reached]?.text.length ?? 0) };
  };
  const found: { message: SipMessage; line: number; index: number }[] = [];
  for (let offset = 0; offset < text.length;) {
    const { line, next } = lineAt(text, offset);
    // A WebSocket frame begins with bytes that stand before the start line, and a body may end in the middle of a line.
    const inside = line.search(/(?:SIP\/2\.0 \d{3} |(?<![A-Z])[A-Z]+ \S+ SIP\/\d\.\d *$)/);
    const start = inside < 0 ? -1 : offset + inside;
    if (start < 0 || !isMessageStart(text, start)) {
      offset = next;
      continue;
    }
    const { message, end } = findMessage(text, start);
    const first = recordAt(start);
    const linesBefore = text.slice(first.begin, start).split('\n').length - 1;
    const last = recordAt(Math.max(end - 1, start));
    found.push({ message, line: (first.record?.line ?? 1) + linesBefore, index: last.record?.index ?? 0 });
    offset = Math.max(end, offset + 1);
  }
  return found;
}

/** Reads Wireshark's follow-stream output: times it has none, and the streams stand one after another. */
export function readFollowedStreams(text: string): Omit<Trace, 'format'> | undefined {
  const streams = readStreams(text);
  if (!streams) return undefined;
  const messages: TraceMessage[] = [];
  const faults: Trace['faults'] = [];
  for (const { transport, nodes, records } of streams) {
    const [first = 'local', second = 'peer'] = nodes;
    const numbered = records.map((record, index) => ({ ...record, index }));
    // A datagram is a message of its own; a stream's segments belong together, by direction.
    const isDatagram = transport === 'UDP';
    const groups = isDatagram
      ? numbered.map((record) => [record])
      : [false, true].map((isAnswer) => numbered.filter((record) => record.isAnswer === isAnswer));
    const found = groups.flatMap((group) => {
      const [from, to] = group[0]?.isAnswer ? [second, first] : [first, second];
      return messagesOf(group).map((one) => ({ ...one, from, to }));
    });
    found.sort((a, b) => a.index - b.index);
    for (const { message, line, from, to } of found) messages.push({ message, line, from, to, transport });
    if (
      records.some(({ text: sent }) => /^GET \S* HTTP\/1\.1\r?\n/i.test(sent) && /^Upgrade: websocket/im.test(sent))
    ) {
      const reason = 'The stream is a WebSocket: what the browser sends is masked and can’t be read from this text.';
      faults.push({ line: records[0]?.line ?? 1, reason });
    }
  }
  return { messages, faults };
}

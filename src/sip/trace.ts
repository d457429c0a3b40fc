import type { TimedMessage } from './exchange.ts';
import { viaListOf } from './header-values.ts';
import { writeMessage } from './message.ts';
import type { Frame, TraceFormat } from './trace-formats.ts';
import { readFrame } from './trace-frames.ts';
import { findMessage, isMessageStart } from './trace-message.ts';
import { lineAt, plainTextOf } from './trace-text.ts';
import { readFollowedStreams } from './trace-wireshark.ts';

/** A message found in a trace, and the line of its start line, from 1. */
export interface TraceMessage extends TimedMessage {
  line: number;
}

export interface Trace {
  format: TraceFormat | 'wireshark' | 'plain';
  messages: TraceMessage[];
  faults: { line: number; reason: string }[];
}

type Ends = Pick<TimedMessage, 'from' | 'to'>;

/** The requests read so far, by the branch of their top Via; the latest of each. */
type Requests = Map<string, TraceMessage>;

/** The two ends of a message; where a proxy's script logs it without them, by its own Via or by the request that it answers. */
function endsOf(message: TimedMessage['message'], { way, from, to }: Frame, requests: Requests): Ends {
  const [top] = viaListOf(message);
  if (way === 'forward' && top) {
    const { sentBy } = top;
    return {
      from: /:\d+$/.test(sentBy) ? sentBy : `${sentBy}:${top.transport === 'TLS' ? 5061 : 5060}`,
      ...(to === undefined ? {} : { to }),
    };
  }
  const request = way === 'reply' && top?.branch ? requests.get(top.branch) : undefined;
  const sender = request?.to ?? from;
  const receiver = request?.from ?? to;
  return { ...(sender === undefined ? {} : { from: sender }), ...(receiver === undefined ? {} : { to: receiver }) };
}

/** Where a message was found, with what its frame tells; a request is kept for the responses to come. */
function placed(
  message: TimedMessage['message'],
  line: number,
  frame: Frame | undefined,
  requests: Requests,
): TraceMessage {
  const { time, transport } = frame ?? {};
  const placedMessage = {
    ...(time === undefined ? {} : { time }),
    ...(frame ? endsOf(message, frame, requests) : {}),
    ...(transport === undefined ? {} : { transport }),
    message,
    line,
  };
  const branch = message.is === 'request' ? viaListOf(message)[0]?.branch : undefined;
  if (branch) requests.set(branch, placedMessage);
  return placedMessage;
}

/**
 * Reads SIP messages out of text as tools print it: sngrep, SIPp, Kamailio, Asterisk, baresip, pjsua, linphonec, sipsak,
 * Sofia-SIP, ngrep, Wireshark's follow-stream, or plain messages one after another. Never throws. Times are seconds, from
 * 1970 in UTC where the trace has a date, else from midnight. A log that names only the peer calls its own end `local`.
 */
export function readTrace(text: string): Trace {
  const plain = plainTextOf(text);
  const followed = readFollowedStreams(plain);
  if (followed) return { format: 'wireshark', ...followed };
  const messages: TraceMessage[] = [];
  const requests: Requests = new Map();
  const formats = new Map<TraceFormat, number>();
  let frame: Frame | undefined;
  let line = 1;
  for (let offset = 0; offset < plain.length;) {
    const { line: words, next } = lineAt(plain, offset);
    let end = next;
    if (isMessageStart(plain, offset)) {
      const found = findMessage(plain, offset);
      end = Math.max(found.end, offset + 1);
      const last = messages.at(-1);
      const isRepeated =
        frame?.format === 'sipp' && (!last || writeMessage(last.message) !== writeMessage(found.message));
      if (!frame?.isEcho || isRepeated) messages.push(placed(found.message, line, frame, requests));
    } else if (words.trim() !== '') {
      frame = readFrame(words, frame) ?? (/^[~|]{20}/.test(words) ? frame : undefined);
      if (frame) formats.set(frame.format, (formats.get(frame.format) ?? 0) + 1);
      const [, peer] = words.match(/^send to: \w+:(\S+)$/) ?? [];
      const last = messages.at(-1);
      if (peer !== undefined && last?.to === 'peer') last.to = peer;
    }
    line += plain.slice(offset, end).split('\n').length - 1;
    offset = end;
  }
  // Tools group by call or stand one log behind the other: where every message has a date, time is the order.
  if (messages.every(({ time }) => time !== undefined && time > 86400)) {
    messages.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  }
  const [most] = [...formats].sort((a, b) => b[1] - a[1]);
  return { format: most && messages.length > 0 ? most[0] : 'plain', messages, faults: faultsOf(messages) };
}

/** The faults of a trace's messages, at the trace's own lines. */
function faultsOf(messages: readonly TraceMessage[]): Trace['faults'] {
  return messages.flatMap(({ line, message }) =>
    message.faults.map((fault) => ({ line: line - 1 + fault.line, reason: fault.reason })),
  );
}

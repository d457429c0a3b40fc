/**
 * A flow is one exchange as plain text: parties, complete messages with their times, notes.
 *
 * ```
 * title: The phone is on another call
 * code: 486
 * transport: UDP
 * party alice  Alice's phone  192.0.2.10:5060
 * party proxy  proxy.example.com  198.51.100.1:5060, 203.0.113.1:5060
 * password alice: secret
 * # a comment
 *
 * == 0 alice -> proxy
 * INVITE sip:bob@example.com SIP/2.0
 * Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK74bf9
 * (all header fields, an empty line, the body)
 * !! Via: Where the response goes back to [RFC 3261, 18.2.2].
 *
 * == 0.5 proxy -> alice TCP lost
 * -- 0.6 alice proxy highlighted: A note over both of them.
 * ```
 *
 * - The head: `title`, `code` (or several: `code: 100, 183`), `transport` (UDP unless it says otherwise), one `party` a line
 *   (name, label, addresses, with two spaces or more between), `password user: secret` for digests, `#` comments.
 * - `== seconds sender -> receiver` begins a message, which reaches to the next line that begins with `== `, `-- `, `!! ` or
 *   `?? `. Behind the receiver may stand `lost` (it never arrives), `highlighted` (the message that the flow is about; without
 *   any such word the responses of its code are) and a transport other than the flow's. A retransmission is the message again.
 * - The message is complete and valid to the byte: its lines are joined and ended by CRLF; empty lines at its end don't
 *   count, but the one that ends the header fields is always there. A line of a body that begins with one of the four signs
 *   or with a backslash has a backslash before it, which doesn't count.
 * - `-- seconds party [party …] [highlighted]: text` is a note.
 * - `!! Name: reason [RFC 3261, 20.33]` behind a message marks a header field (or `Start-Line`, `Body`) with the reason why
 *   it matters, and if there is one the citation at its end.
 * - `?? words` behind a message names a fault that the message shows on purpose: a fault of this message whose reason holds
 *   these words is then expected, and its absence is reported.
 */
import type { TimedMessage } from './exchange.ts';
import { readEvents } from './flow-events.ts';
import { readHead } from './flow-head.ts';
import type { LadderOptions, PlacedNote } from './ladder.ts';

export interface FlowFault {
  /** The line in the flow's text, from 1. */
  line: number;
  reason: string;
}

export interface FlowParty {
  name: string;
  label: string;
  /** `host:port`, the first one being its usual one. */
  addresses: string[];
  line: number;
}

/** Why a header field matters here. */
export interface FlowMark {
  /** A header field's name, `Start-Line` or `Body`. */
  name: string;
  reason: string;
  citation?: { rfc: number; section: string };
  line: number;
}

export interface FlowMessage extends TimedMessage {
  is: 'message';
  time: number;
  from: string;
  to: string;
  transport: string;
  lost: boolean;
  isHighlighted: boolean;
  /** Its bytes, with CRLF. */
  text: string;
  marks: FlowMark[];
  /** Faults shown on purpose. */
  expectedFaults: { words: string; line: number }[];
  /** The line of its `==`; the start line is the next one. */
  line: number;
}

export interface FlowNote {
  is: 'note';
  time: number;
  parties: string[];
  text: string;
  isHighlighted: boolean;
  line: number;
}

export interface FlowHead {
  title: string;
  codes: number[];
  transport: string;
  parties: FlowParty[];
  passwords: { user: string; password: string }[];
}

export interface Flow extends FlowHead {
  /** Messages and notes, in the order written. */
  events: (FlowMessage | FlowNote)[];
  /** What could not be read; what is read but wrong is told by `faultsOfFlow`. */
  faults: FlowFault[];
}

/** Reads a flow's text. Never throws: what can't be understood is reported with its line. */
export function readFlow(text: string): Flow {
  const lines = text.split(/\r?\n/);
  const faults: FlowFault[] = [];
  const first = lines.findIndex((line) => /^(?:==|--|!!|\?\?) /.test(line));
  const headLength = first < 0 ? lines.length : first;
  const head = readHead(lines.slice(0, headLength), faults);
  const events = readEvents(lines, headLength, head, faults);
  return { ...head, events, faults };
}

/** The messages of a flow, in their order. */
export const messagesOfFlow = ({ events }: Flow): FlowMessage[] => events.filter((event) => event.is === 'message');

/** What `ladderOf` needs beside the exchange of `messagesOfFlow`: the parties, the notes in their places, what is highlighted. */
export function ladderOptionsOf(flow: Flow): Required<LadderOptions> {
  const messages = messagesOfFlow(flow);
  const notes: PlacedNote[] = [];
  let before = 0;
  for (const event of flow.events) {
    if (event.is === 'message') before += 1;
    else notes.push({ ...event, before });
  }
  const isChosen = flow.events.some((event) => event.isHighlighted);
  return {
    parties: flow.parties,
    notes,
    isHighlighted: ({ index, message }) =>
      isChosen
        ? (messages[index]?.isHighlighted ?? false)
        : message.is === 'response' && flow.codes.includes(message.statusCode),
  };
}

import { readExchange } from '../sip/exchange.ts';
import { type Flow, type FlowMark, type FlowMessage, ladderOptionsOf, messagesOfFlow } from '../sip/flow.ts';
import { canonicalNameOf } from '../sip/header-names.ts';
import { type Ladder, ladderOf } from '../sip/ladder.ts';

/** A line of a message as the page shows it. */
export interface WireLine {
  text: string;
  isMarked: boolean;
}

/** A message of a flow with what the page says of it. */
export interface WireMessage extends FlowMessage {
  /** Start line and header fields. */
  head: WireLine[];
  body: string[];
}

/** The ladder of a flow and the messages behind its arrows, in the same order. */
export interface Wire {
  ladder: Ladder;
  messages: WireMessage[];
}

function headOf(text: string, marks: readonly FlowMark[]): WireLine[] {
  const marked = new Set(marks.map(({ name }) => name));
  let name = 'Start-Line';
  return (text.split('\r\n\r\n')[0] ?? '').split('\r\n').map((line, place) => {
    // A folded line belongs to the field above it.
    if (place > 0 && !/^\s/.test(line)) name = canonicalNameOf(line.split(':')[0]?.trim() ?? '');
    return { text: line, isMarked: marked.has(name) };
  });
}

/** Lays a flow out for its page. */
export function wireOf(flow: Flow): Wire {
  const messages = messagesOfFlow(flow);
  return {
    ladder: ladderOf(readExchange(messages), ladderOptionsOf(flow)),
    messages: messages.map((message) => ({
      ...message,
      head: headOf(message.text, message.marks),
      body: message.message.body === '' ? [] : message.message.body.replace(/\r\n$/, '').split('\r\n'),
    })),
  };
}

/** Seconds as a ladder shows them: "0 s", "0.042 s", "6.2 s". */
export const secondsOf = (time: number | undefined): string =>
  time === undefined ? '' : `${Number(time.toFixed(3))} s`;

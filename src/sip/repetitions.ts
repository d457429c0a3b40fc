import type { ExchangeMessage } from './exchange.ts';
import { firstValueOf, toOf } from './header-values.ts';
import { writeMessage } from './message.ts';

/** Whether two messages went between the same two parties, as far as the trace tells them. */
export const isSameHop = (a: ExchangeMessage, b: ExchangeMessage) =>
  a.from === undefined || b.from === undefined || (a.from === b.from && a.to === b.to);

/** What finds the messages of a transaction again, so that long traces take no quadratic time. */
export class Seen {
  /** First sendings by what a repetition has in common with them; several where a trace shows one hop from both ends. */
  readonly #first = new Map<string, ExchangeMessage[]>();
  readonly finalsByTag = new Map<string | undefined, number>();
  readonly toTags = new Set<string>();
  /** The position of the latest repetition of the transaction's request. */
  requestRepeatedAt?: number;

  /** The first sending of this message on its hop; the message itself is kept as one if there is none. */
  firstOf(key: string, one: ExchangeMessage): ExchangeMessage | undefined {
    const known = this.#first.get(key);
    const first = known?.find((earlier) => isSameHop(earlier, one));
    if (!known) this.#first.set(key, [one]);
    else if (!first) known.push(one);
    return first;
  }
}

/**
 * What a response shares with an earlier one of its transaction that it may repeat. A refusal repeats one of the same status,
 * whatever its text: the client transaction takes it for one (RFC 3261 17.1.1.2). A 2xx repeats one with the same To tag
 * (13.3.1.4), a provisional response one that is the same word for word.
 */
export function repetitionKeyOf({ message }: ExchangeMessage, statusCode: number): string {
  if (statusCode >= 300) return `${statusCode}`;
  return statusCode >= 200 ? `${statusCode} ${toOf(message)?.tag}` : writeMessage(message);
}

/**
 * Whether a provisional response with the same text as an earlier one repeats it: if its request was repeated since
 * (RFC 3261 17.2.1), or if it is reliable (RFC 3262 3). Else it is a sign of life (13.3.1.1).
 */
export const isRepeatedProvisional = (
  earlier: ExchangeMessage,
  { message }: ExchangeMessage,
  requestRepeatedAt: number | undefined,
): boolean => (requestRepeatedAt ?? 0) > earlier.index || firstValueOf(message, 'RSeq') !== undefined;

import type { ExchangeMessage } from './exchange.ts';
import { callIdOf, cseqOf, firstValueOf, fromOf, toOf, viaListOf } from './header-values.ts';
import { writeMessage } from './message.ts';
import type { Transaction } from './transactions.ts';

/** How branches begin that RFC 3261 made unique (8.1.1.7). */
export const cookie = 'z9hG4bK';

/** Matches requests and responses: branch, sent-by and method; without the cookie, the fields that RFC 2543 compares (17.1.3, 17.2.3). */
export function keyOf({ message }: ExchangeMessage, method: string): string {
  const [via] = viaListOf(message);
  const sentBy = via?.sentBy.toLowerCase() ?? '';
  if (via?.branch?.startsWith(cookie) && via.branch !== cookie) return `${via.branch} ${sentBy} ${method}`;
  const { number = '' } = cseqOf(message) ?? {};
  return ['2543', callIdOf(message), number, fromOf(message)?.tag, sentBy, via?.branch, method].join(' ');
}

/** Whether two messages went between the same two parties, as far as the trace tells them. */
export const isSameHop = (a: ExchangeMessage, b: ExchangeMessage) =>
  a.from === undefined || b.from === undefined || (a.from === b.from && a.to === b.to);

export const statusCodeOf = (one: ExchangeMessage | undefined) =>
  one?.message.is === 'response' ? one.message.statusCode : undefined;

/** Orders transactions for a hop: the same two parties first, then the same sender, then the latest. */
export function nearestOf(candidates: readonly Transaction[], { from, to }: ExchangeMessage): Transaction | undefined {
  const latestFirst = candidates.toReversed();
  return (
    latestFirst.find((one) => one.from === from && one.to === to) ??
    latestFirst.find((one) => one.from === from) ??
    latestFirst[0]
  );
}

/** What an INVITE and its ACK share: Call-ID, CSeq number and From tag. */
export function callOf({ message }: ExchangeMessage): string {
  return [firstValueOf(message, 'Call-ID'), cseqOf(message)?.number, fromOf(message)?.tag].join(' ');
}

/**
 * Whether a response repeats an earlier one of the same status. A refusal does, whatever its text: the client transaction
 * takes it for one (RFC 3261 17.1.1.2). A 2xx does with the same To tag (13.3.1.4); a provisional one word for word, if its
 * request was repeated since (17.2.1) or it is reliable (RFC 3262 3), while else it is a sign of life (13.3.1.1).
 */
export function isRepeatedResponse(
  earlier: ExchangeMessage,
  later: ExchangeMessage,
  request: number | undefined,
  messages: readonly ExchangeMessage[],
): boolean {
  if (!isSameHop(earlier, later)) return false;
  const statusCode = statusCodeOf(later) ?? 0;
  if (statusCode >= 300) return true;
  if (statusCode >= 200) return toOf(earlier.message)?.tag === toOf(later.message)?.tag;
  if (writeMessage(earlier.message) !== writeMessage(later.message)) return false;
  const between = messages.slice(earlier.index + 1, later.index);
  const isAsked = between.some((one) => one.retransmissionOf !== undefined && one.retransmissionOf === request);
  return isAsked || firstValueOf(later.message, 'RSeq') !== undefined;
}

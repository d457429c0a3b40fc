import type { ExchangeMessage } from './exchange.ts';
import { callIdOf, cseqOf, firstValueOf, fromOf, viaListOf } from './header-values.ts';
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

/** Orders transactions for a hop: the same two parties first, then the same sender, then the latest. */
export function nearestOf(
  candidates: readonly Transaction[],
  { from, to }: ExchangeMessage,
  isFit: (one: Transaction) => boolean = () => true,
): Transaction | undefined {
  return (
    candidates.findLast((one) => one.from === from && one.to === to && isFit(one)) ??
    candidates.findLast((one) => one.from === from && isFit(one)) ??
    candidates.findLast(isFit)
  );
}

/** What an INVITE and its ACK share: Call-ID, CSeq number and From tag. */
export function callOf({ message }: ExchangeMessage): string {
  return [firstValueOf(message, 'Call-ID'), cseqOf(message)?.number, fromOf(message)?.tag].join(' ');
}

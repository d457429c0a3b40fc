import type { ExchangeMessage } from './exchange.ts';
import { cseqOf, toOf, viaListOf } from './header-values.ts';
import { isRepeatedProvisional, repetitionKeyOf, Seen } from './repetitions.ts';
import { callOf, cookie, keyOf, nearestOf } from './transaction-matching.ts';

/** One request on one hop and what came of it (RFC 3261 17); all numbers are positions among the messages. */
export interface Transaction {
  index: number;
  method: string;
  /** The request's first sending; absent where only responses are known. */
  request?: number;
  from?: string;
  to?: string;
  /** Matched the way of RFC 2543, since the top Via's branch lacks the magic cookie. */
  isRfc2543: boolean;
  provisionals: number[];
  /** Final responses: several for a fork (2xx each with a To tag of its own), or from a server that answers twice. */
  finals: number[];
  /** ACKs: of a non-2xx in this transaction, of a 2xx by Call-ID, CSeq and To tag. */
  acks: number[];
  /** The To tags of its responses: more than one where a proxy forked the request. */
  toTags: string[];
  /** A CANCEL: the transaction that it wants to end; an INVITE: the CANCEL's transaction. */
  cancels?: number;
  cancelledBy?: number;
}

class Transactions {
  readonly all: Transaction[] = [];
  readonly byKey = new Map<string, Transaction>();
  readonly invitesByCall = new Map<string, Transaction[]>();
  /** At the positions of `all`. */
  readonly seen: Seen[] = [];

  create(key: string, method: string, branch: string | undefined): Transaction {
    const isRfc2543 = !branch?.startsWith(cookie);
    const index = this.all.length;
    const transaction = { index, method, isRfc2543, provisionals: [], finals: [], acks: [], toTags: [] };
    this.all.push(transaction);
    this.seen.push(new Seen());
    this.byKey.set(key, transaction);
    return transaction;
  }

  seenIn({ index }: Transaction): Seen {
    return this.seen[index] ?? new Seen();
  }

  readRequest(one: ExchangeMessage, method: string): void {
    if (method === 'ACK' && this.readAck(one)) return;
    const key = keyOf(one, method);
    const transaction = this.byKey.get(key) ?? this.create(key, method, viaListOf(one.message)[0]?.branch);
    one.transaction = transaction.index;
    const seen = this.seenIn(transaction);
    const first = seen.firstOf('request', one);
    if (first) {
      one.retransmissionOf = first.index;
      if (first.index === transaction.request) seen.requestRepeatedAt = one.index;
      return;
    }
    if (transaction.request !== undefined) return;
    transaction.request = one.index;
    if (one.from !== undefined) transaction.from = one.from;
    if (one.to !== undefined) transaction.to = one.to;
    if (method === 'INVITE') {
      const call = callOf(one);
      const invites = this.invitesByCall.get(call);
      if (invites) invites.push(transaction);
      else this.invitesByCall.set(call, [transaction]);
    }
    if (method === 'CANCEL') this.readCancel(one, transaction);
  }

  readCancel(one: ExchangeMessage, transaction: Transaction): void {
    const cancelled = this.byKey.get(keyOf(one, 'INVITE')) ?? nearestOf(this.invitesByCall.get(callOf(one)) ?? [], one);
    if (!cancelled) return;
    transaction.cancels = cancelled.index;
    cancelled.cancelledBy ??= transaction.index;
    if (cancelled.request !== undefined) one.answers = cancelled.request;
  }

  /** Puts an ACK where it belongs: the INVITE's own branch, or for a 2xx the call's INVITE with a 2xx of this To tag (17.1.1.3, 13.2.2.4). */
  readAck(one: ExchangeMessage): boolean {
    const tag = toOf(one.message)?.tag;
    const invites = this.invitesByCall.get(callOf(one)) ?? [];
    const transaction =
      this.byKey.get(keyOf(one, 'INVITE')) ??
      nearestOf(invites, one, (invite) => this.seenIn(invite).finalsByTag.has(tag)) ??
      nearestOf(invites, one, ({ finals }) => finals.length > 0);
    if (!transaction) return false;
    const seen = this.seenIn(transaction);
    const first = seen.firstOf(`ACK ${viaListOf(one.message)[0]?.branch} ${tag}`, one);
    if (first) one.retransmissionOf = first.index;
    else transaction.acks.push(one.index);
    one.transaction = transaction.index;
    const final = seen.finalsByTag.get(tag) ?? transaction.finals.at(-1);
    if (final !== undefined) one.answers = final;
    return true;
  }

  readResponse(one: ExchangeMessage, statusCode: number): void {
    const { method } = cseqOf(one.message) ?? {};
    if (method === undefined) return;
    const key = keyOf(one, method);
    const transaction = this.byKey.get(key) ?? this.create(key, method, viaListOf(one.message)[0]?.branch);
    one.transaction = transaction.index;
    if (transaction.request !== undefined) one.answers = transaction.request;
    const seen = this.seenIn(transaction);
    const first = seen.firstOf(repetitionKeyOf(one, statusCode), one);
    if (first && (statusCode >= 200 || isRepeatedProvisional(first, one, seen.requestRepeatedAt))) {
      one.retransmissionOf = first.index;
      return;
    }
    const tag = toOf(one.message)?.tag;
    if (statusCode < 200) transaction.provisionals.push(one.index);
    else {
      transaction.finals.push(one.index);
      seen.finalsByTag.set(tag, one.index);
    }
    if (!tag || seen.toTags.has(tag)) return;
    seen.toTags.add(tag);
    transaction.toTags.push(tag);
  }
}

/** Sorts messages into transactions and tells each message its own, what it answers and what it repeats. */
export function transactionsOf(messages: readonly ExchangeMessage[]): Transaction[] {
  const transactions = new Transactions();
  for (const one of messages) {
    const { message } = one;
    if (message.is === 'request') transactions.readRequest(one, message.method);
    else if (message.is === 'response') transactions.readResponse(one, message.statusCode);
  }
  return transactions.all;
}

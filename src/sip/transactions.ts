import type { ExchangeMessage } from './exchange.ts';
import { cseqOf, toOf, viaListOf } from './header-values.ts';
import {
  callOf,
  cookie,
  isRepeatedResponse,
  isSameHop,
  keyOf,
  nearestOf,
  statusCodeOf,
} from './transaction-matching.ts';

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
  /** Every first sending of a transaction's request; several where a trace shows one hop from both ends. */
  readonly requests = new Map<Transaction, ExchangeMessage[]>();
  readonly messages: readonly ExchangeMessage[];

  constructor(messages: readonly ExchangeMessage[]) {
    this.messages = messages;
  }

  create(key: string, method: string, branch: string | undefined): Transaction {
    const isRfc2543 = !branch?.startsWith(cookie);
    const index = this.all.length;
    const transaction = { index, method, isRfc2543, provisionals: [], finals: [], acks: [], toTags: [] };
    this.all.push(transaction);
    this.byKey.set(key, transaction);
    return transaction;
  }

  readRequest(one: ExchangeMessage, method: string): void {
    const branch = viaListOf(one.message)[0]?.branch;
    if (method === 'ACK' && this.readAck(one)) return;
    const key = keyOf(one, method);
    const known = this.byKey.get(key);
    const transaction = known ?? this.create(key, method, branch);
    one.transaction = transaction.index;
    const requests = this.requests.get(transaction) ?? [];
    const first = requests.find((earlier) => isSameHop(earlier, one));
    if (first) {
      one.retransmissionOf = first.index;
      return;
    }
    requests.push(one);
    this.requests.set(transaction, requests);
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
    const responded = (this.invitesByCall.get(callOf(one)) ?? []).filter(({ finals }) => finals.length > 0);
    const sameTag = responded.filter(({ finals }) => finals.some((final) => this.tagOf(final) === tag));
    const transaction =
      this.byKey.get(keyOf(one, 'INVITE')) ?? nearestOf(sameTag.length > 0 ? sameTag : responded, one);
    if (!transaction) return false;
    const branch = viaListOf(one.message)[0]?.branch;
    const earlier = transaction.acks.find((ack) => {
      const other = this.messages[ack];
      return (
        other && viaListOf(other.message)[0]?.branch === branch && isSameHop(other, one) && this.tagOf(ack) === tag
      );
    });
    if (earlier !== undefined) one.retransmissionOf = earlier;
    else transaction.acks.push(one.index);
    one.transaction = transaction.index;
    const final = transaction.finals.findLast((index) => this.tagOf(index) === tag) ?? transaction.finals.at(-1);
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
    const responses = statusCode < 200 ? transaction.provisionals : transaction.finals;
    const earlier = responses.find((index) => {
      const other = this.messages[index];
      return (
        other &&
        statusCodeOf(other) === statusCode &&
        isRepeatedResponse(other, one, transaction.request, this.messages)
      );
    });
    if (earlier !== undefined) {
      one.retransmissionOf = earlier;
      return;
    }
    responses.push(one.index);
    const tag = toOf(one.message)?.tag;
    if (tag && !transaction.toTags.includes(tag)) transaction.toTags.push(tag);
  }

  tagOf(index: number): string | undefined {
    const one = this.messages[index];
    return one && toOf(one.message)?.tag;
  }
}

/** Sorts messages into transactions and tells each message its own, what it answers and what it repeats. */
export function transactionsOf(messages: readonly ExchangeMessage[]): Transaction[] {
  const transactions = new Transactions(messages);
  for (const one of messages) {
    const { message } = one;
    if (message.is === 'request') transactions.readRequest(one, message.method);
    else if (message.is === 'response') transactions.readResponse(one, message.statusCode);
  }
  return transactions.all;
}

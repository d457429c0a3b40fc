import { type Dialog, dialogsOf } from './dialogs.ts';
import type { SipMessage } from './message.ts';
import { type Transaction, transactionsOf } from './transactions.ts';

/** A message on its way: when, between whom. What a trace doesn't tell is absent. */
export interface TimedMessage {
  /** Seconds, from whatever zero the source uses. */
  time?: number;
  /** The sender: a party's name or an address. */
  from?: string;
  to?: string;
  /** UDP, TCP, TLS, WS …, where it is known. */
  transport?: string;
  /** It never arrived. */
  lost?: boolean;
  message: SipMessage;
}

/** What a message means among the others; all numbers are positions in `Exchange.messages`. */
export interface ExchangeMessage extends TimedMessage {
  index: number;
  /** Its transaction's position in `Exchange.transactions`; none for what is neither request nor response. */
  transaction?: number;
  /** Its dialog's position in `Exchange.dialogs`. */
  dialog?: number;
  /** A response: the request that it answers. An ACK: the final response. A CANCEL: the request to be cancelled. */
  answers?: number;
  /** The first sending of the same message on the same hop. */
  retransmissionOf?: number;
}

/** Messages with what ties them together. */
export interface Exchange {
  messages: ExchangeMessage[];
  transactions: Transaction[];
  dialogs: Dialog[];
}

/** Sorts out who answers what: transactions (RFC 3261 17), dialogs (12), retransmissions. Takes any messages, in the order sent. */
export function readExchange(timed: readonly TimedMessage[]): Exchange {
  const messages: ExchangeMessage[] = timed.map((one, index) => ({ ...one, index }));
  const transactions = transactionsOf(messages);
  return { messages, transactions, dialogs: dialogsOf(messages) };
}

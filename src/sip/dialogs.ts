import type { ExchangeMessage } from './exchange.ts';
import { callIdOf, cseqOf, fromOf, toOf } from './header-values.ts';

/** Two ends that share state: Call-ID and both tags (RFC 3261 12). */
export interface Dialog {
  index: number;
  callId: string;
  /** The tag of the side that sent the first request, and the other's. */
  callerTag: string;
  calleeTag: string;
  state: 'early' | 'confirmed' | 'terminated';
  /** The response, or the NOTIFY, that made it: a position among the messages, like all of `messages`. */
  createdBy: number;
  messages: number[];
}

/** Methods whose 2xx makes a dialog: RFC 3261 12.1, RFC 6665 4.1.2, RFC 3515 2.4.4. */
const creating = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

interface Ends {
  callId: string;
  fromTag: string;
  toTag: string;
}

function endsOf({ message }: ExchangeMessage): Ends | undefined {
  const callId = callIdOf(message);
  const fromTag = fromOf(message)?.tag;
  const toTag = toOf(message)?.tag;
  return callId && fromTag && toTag ? { callId, fromTag, toTag } : undefined;
}

const keyOf = ({ callId, fromTag, toTag }: Ends) => [callId, ...[fromTag, toTag].sort()].join(' ');

/** The state that a message leaves its dialog in, or undefined where it changes nothing. */
function stateAfter({ message }: ExchangeMessage, state: Dialog['state'] | undefined): Dialog['state'] | undefined {
  if (message.is === 'request') {
    const isInside = message.method !== 'ACK' && message.method !== 'CANCEL';
    return state ?? (isInside ? 'confirmed' : undefined);
  }
  const method = cseqOf(message)?.method;
  if (message.is !== 'response' || method === undefined) return undefined;
  const { statusCode } = message;
  const isChallenge = statusCode === 401 || statusCode === 407;
  if (method === 'BYE' && statusCode >= 200 && !isChallenge && state) return 'terminated';
  if (creating.has(method) && statusCode >= 200 && statusCode < 300)
    return state === 'terminated' ? state : 'confirmed';
  if (method === 'INVITE' && statusCode > 100 && statusCode < 200) return state ?? 'early';
  if (method === 'INVITE' && statusCode >= 300 && state === 'early') return 'terminated';
  return state;
}

/** A refusal ends every early dialog that its request's provisional responses made, whatever tag it carries (RFC 3261 12.3). */
function endEarlyDialogs({ message }: ExchangeMessage, early: Set<Dialog>): void {
  if (message.is !== 'response' || message.statusCode < 200) return;
  for (const dialog of early) if (message.statusCode >= 300 && dialog.state === 'early') dialog.state = 'terminated';
  // Behind a 2xx no refusal counts any more (RFC 6026 7.2).
  early.clear();
}

/** Finds the dialogs and tells each message its own; a refused request's To tag makes none. */
export function dialogsOf(messages: readonly ExchangeMessage[]): Dialog[] {
  const dialogs = new Map<string, Dialog>();
  const earlyByTransaction = new Map<number, Set<Dialog>>();
  for (const one of messages) {
    const early = earlyByTransaction.get(one.transaction ?? -1) ?? new Set();
    endEarlyDialogs(one, early);
    const ends = endsOf(one);
    if (!ends) continue;
    const key = keyOf(ends);
    const known = dialogs.get(key);
    const state = stateAfter(one, known?.state);
    if (state === undefined) continue;
    const { callId, fromTag: callerTag, toTag: calleeTag } = ends;
    const created = { index: dialogs.size, callId, callerTag, calleeTag, state, createdBy: one.index, messages: [] };
    const dialog: Dialog = known ?? created;
    dialogs.set(key, dialog);
    dialog.state = state;
    if (state === 'early' && one.transaction !== undefined) earlyByTransaction.set(one.transaction, early.add(dialog));
    dialog.messages.push(one.index);
    one.dialog = dialog.index;
  }
  return [...dialogs.values()];
}

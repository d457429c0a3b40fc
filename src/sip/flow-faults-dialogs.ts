import { addressesOf, contactsOf, cseqOf, firstValueOf, fromOf, toOf, valuesOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';
import type { FlowMessage } from './flow.ts';

/** What a side of a dialog knows of its way to the other side (RFC 3261 12.1). */
interface Way {
  routes: string;
  target?: string;
}

/** Methods that refresh the remote target (RFC 3261 12.2, 3311, 6665). */
const refreshing = new Set(['INVITE', 'UPDATE', 'SUBSCRIBE', 'NOTIFY', 'REFER']);

const sideOf = (callId: string | undefined, own: string | undefined, other: string | undefined) =>
  `${callId} ${own} ${other}`;
const isNew = ({ message }: FlowMessage) => message.is === 'request' && viaListOf(message).length === 1;

/** CSeq numbers grow on each side, by request; ACK and CANCEL carry the number of their INVITE (RFC 3261 12.2.1.1). */
function* faultsOfSequence({ messages, exchange }: FlowToCheck): Generator<MessageFaultOfFlow> {
  const highest = new Map<string, number>();
  for (const [index, message] of messages.entries()) {
    const sip = message.message;
    if (sip.is !== 'request' || !isNew(message) || sip.method === 'ACK' || sip.method === 'CANCEL') continue;
    if (exchange.messages[index]?.retransmissionOf !== undefined) continue;
    const number = cseqOf(sip)?.number ?? 0;
    const start = `${message.from} ${sideOf(firstValueOf(sip, 'Call-ID'), fromOf(sip)?.tag, undefined)}`;
    const own = `${message.from} ${sideOf(firstValueOf(sip, 'Call-ID'), fromOf(sip)?.tag, toOf(sip)?.tag)}`;
    const before = highest.get(own) ?? highest.get(start);
    if (before !== undefined && number <= before) {
      const reason = `The CSeq number must be above ${before}, that of the request before.`;
      yield { message, line: lineOfField(message, 'CSeq'), reason };
    }
    highest.set(own, Math.max(number, before ?? 0));
  }
}

/** The ways that each side learns from messages, up to a position: from the response at one side, the request at the other. */
function learn(ways: Map<string, Way>, { message, from, to }: FlowMessage, request: FlowMessage | undefined): void {
  const [callId, fromTag, toTag] = [firstValueOf(message, 'Call-ID'), fromOf(message)?.tag, toOf(message)?.tag];
  const [contact] = contactsOf(message);
  const routes = valuesOf(message, 'Record-Route');
  if (!refreshing.has(cseqOf(message)?.method ?? '')) return;
  if (message.is === 'response' && request && message.statusCode > 100 && message.statusCode < 300 && contact) {
    const isInitial = toOf(request.message)?.tag === undefined;
    const caller = `${to} ${sideOf(callId, fromTag, toTag)}`;
    const callee = `${from} ${sideOf(callId, toTag, fromTag)}`;
    const known = ways.get(caller);
    const [target] = contactsOf(request.message);
    ways.set(caller, {
      routes: isInitial ? routes.toReversed().join('\n') : (known?.routes ?? ''),
      target: contact.uri,
    });
    const calleeRoutes = isInitial
      ? valuesOf(request.message, 'Record-Route').join('\n')
      : (ways.get(callee)?.routes ?? '');
    ways.set(callee, { routes: calleeRoutes, ...(target ? { target: target.uri } : {}) });
  }
}

/** Requests inside a dialog follow its route set to the other side's Contact (RFC 3261 12.2.1.1), loose routing taken for granted. */
function* faultsOfRoutes({ messages, exchange }: FlowToCheck): Generator<MessageFaultOfFlow> {
  const ways = new Map<string, Way>();
  for (const [index, message] of messages.entries()) {
    const sip = message.message;
    learn(ways, message, messages[exchange.messages[index]?.answers ?? -1]);
    if (sip.is !== 'request' || !isNew(message) || !toOf(sip)?.tag || sip.method === 'CANCEL') continue;
    const way = ways.get(`${message.from} ${sideOf(firstValueOf(sip, 'Call-ID'), fromOf(sip)?.tag, toOf(sip)?.tag)}`);
    const acked = messages[exchange.messages[index]?.answers ?? -1]?.message;
    if (!way || (sip.method === 'ACK' && acked?.is === 'response' && acked.statusCode >= 300)) continue;
    const routes = addressesOf(sip, 'Route')
      .map(({ uri }) => `<${uri}>`)
      .join('\n');
    if (routes !== way.routes.replace(/>[^\n]*/g, '>')) {
      yield {
        message,
        line: lineOfField(message, 'Route'),
        reason: 'Route differs from the route set that Record-Route gave the dialog.',
      };
    }
    if (way.target !== undefined && sip.requestUri !== way.target) {
      yield {
        message,
        line: lineOfField(message),
        reason: `The Request-URI must be the Contact of the other side, ${way.target}.`,
      };
    }
  }
}

/** What is wrong between the requests of a dialog. */
export function* faultsOfDialogs(toCheck: FlowToCheck): Generator<MessageFaultOfFlow> {
  yield* faultsOfSequence(toCheck);
  yield* faultsOfRoutes(toCheck);
}

import { cseqOf, fieldValuesOf, firstValueOf, toOf, type Via, valuesOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { hasArrived, lineOfField } from './flow-faults.ts';

/** A Via without what the receiver of a request adds to it (RFC 3261 18.2.1, RFC 3581 4). */
export function viaAsSent({ transport, sentBy, parameters }: Via): string {
  const kept = [...parameters].filter(([name]) => name !== 'received' && name !== 'rport');
  return [transport, sentBy.toLowerCase(), ...kept.map(([name, value]) => `${name}=${value}`)].join(';');
}

/** When timer E of a client's transaction has grown to T2, in seconds: 0.5, 1 and 2 have passed (RFC 3261 17.1.2.2). */
const secondsToT2 = 3.5;

const withoutTag = (value: string) => value.replace(/;\s*tag=[^;]*/i, '');

/** Responses that don't copy what RFC 3261 8.2.6.2 says from their request, or that answer none. */
export function* faultsOfResponses(toCheck: FlowToCheck): Generator<MessageFaultOfFlow> {
  const { messages, exchange } = toCheck;
  for (const [index, message] of messages.entries()) {
    const sip = message.message;
    if (sip.is !== 'response') continue;
    const asking = exchange.messages[index]?.answers ?? -1;
    const request = messages[asking];
    if (!request) {
      const reason =
        'The response answers no request before it: branch and sent-by of the top Via and the CSeq method fit none.';
      yield { message, line: lineOfField(message, 'Via'), reason };
      continue;
    }
    const asked = request.message;
    const fault = (name: string, reason: string) => ({ message, line: lineOfField(message, name), reason });
    const isEarly = message.transport === 'UDP' && message.time - request.time < secondsToT2;
    if (sip.statusCode === 100 && cseqOf(sip)?.method !== 'INVITE' && isEarly) {
      yield fault('', `Over UDP no 100 comes to such a request in its first ${secondsToT2} s [RFC 4320, 4.1].`);
    }
    for (const name of ['From', 'Call-ID', 'CSeq']) {
      if (firstValueOf(sip, name) !== firstValueOf(asked, name))
        yield fault(name, `${name} differs from the request's.`);
    }
    const requestTo = firstValueOf(asked, 'To') ?? '';
    const responseTo = firstValueOf(sip, 'To') ?? '';
    const mayAddTag = toOf(asked)?.tag === undefined;
    if (requestTo !== (mayAddTag ? withoutTag(responseTo) : responseTo)) {
      yield fault('To', "To differs from the request's by more than an added tag.");
    }
    const vias = viaListOf(sip).map(viaAsSent).join('\n');
    if (vias !== viaListOf(asked).map(viaAsSent).join('\n'))
      yield fault('Via', "The Via list differs from the request's.");
    if (message.from !== request.to || message.to !== request.from) {
      yield fault(
        'Via',
        `The request went from ${request.from} to ${request.to}; the response must take the way back.`,
      );
    }
    const received = messages.slice(0, index).filter(({ message: one, to, lost }) => {
      const isSame = one.is === 'response' && one.statusCode === sip.statusCode && to === message.from && !lost;
      return isSame && ['Call-ID', 'CSeq', 'From'].every((name) => firstValueOf(one, name) === firstValueOf(sip, name));
    });
    const isRelayed = received.length > 0 && cseqOf(sip)?.method !== 'CANCEL' && sip.statusCode > 100;
    if (isRelayed && !received.some(({ message: one }) => toOf(one)?.tag === toOf(sip)?.tag)) {
      yield fault('To', `${message.from} passes the ${sip.statusCode} on with another To tag than it received.`);
    }
    if (!hasArrived(toCheck, asking, index)) yield fault('Via', 'The request was lost, so nobody can answer it.');
    if (valuesOf(sip, 'Record-Route').length > 0 || (sip.statusCode < 300 && sip.statusCode > 100)) {
      const recorded = valuesOf(asked, 'Record-Route').join('\n');
      const isCopied = valuesOf(sip, 'Record-Route').join('\n').endsWith(recorded);
      const createsDialog = fieldValuesOf(asked, 'Contact').length > 0 && mayAddTag;
      if (createsDialog && !isCopied) yield fault('Record-Route', "Record-Route does not hold the request's values.");
    }
  }
}

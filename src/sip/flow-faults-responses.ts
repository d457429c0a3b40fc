import { fieldValuesOf, firstValueOf, toOf, type Via, valuesOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';

/** A Via without what the receiver of a request adds to it (RFC 3261 18.2.1, RFC 3581 4). */
export function viaAsSent({ transport, sentBy, parameters }: Via): string {
  const kept = [...parameters].filter(([name]) => name !== 'received' && name !== 'rport');
  return [transport, sentBy.toLowerCase(), ...kept.map(([name, value]) => `${name}=${value}`)].join(';');
}

const withoutTag = (value: string) => value.replace(/;\s*tag=[^;]*/i, '');

/** Responses that don't copy what RFC 3261 8.2.6.2 says from their request, or that answer none. */
export function* faultsOfResponses({ messages, exchange }: FlowToCheck): Generator<MessageFaultOfFlow> {
  for (const [index, message] of messages.entries()) {
    const sip = message.message;
    if (sip.is !== 'response') continue;
    const request = messages[exchange.messages[index]?.answers ?? -1];
    if (!request) {
      const reason =
        'The response answers no request before it: branch and sent-by of the top Via and the CSeq method fit none.';
      yield { message, line: lineOfField(message, 'Via'), reason };
      continue;
    }
    const asked = request.message;
    const fault = (name: string, reason: string) => ({ message, line: lineOfField(message, name), reason });
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
    if (request.lost) yield fault('Via', 'The request was lost, so nobody can answer it.');
    if (valuesOf(sip, 'Record-Route').length > 0 || (sip.statusCode < 300 && sip.statusCode > 100)) {
      const recorded = valuesOf(asked, 'Record-Route').join('\n');
      const isCopied = valuesOf(sip, 'Record-Route').join('\n').endsWith(recorded);
      const createsDialog = fieldValuesOf(asked, 'Contact').length > 0 && mayAddTag;
      if (createsDialog && !isCopied) yield fault('Record-Route', "Record-Route does not hold the request's values.");
    }
  }
}

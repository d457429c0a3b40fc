import { cseqOf, firstValueOf, fromOf, toOf, valuesOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';
import type { FlowMessage } from './flow.ts';

/** Requests that need a Contact: RFC 3261 table 2, 3311 table 1, 3515 2.2, 6665 8.2.1. */
const contactInRequest = new Set(['INVITE', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'UPDATE']);
const contactIn2xx = new Set(['INVITE', 'SUBSCRIBE', 'REFER', 'UPDATE']);

function* reasonsOf({ message }: FlowMessage): Generator<string> {
  const method = cseqOf(message)?.method ?? '';
  const hasContact = valuesOf(message, 'Contact').length > 0;
  const vias = viaListOf(message);
  if (!fromOf(message)?.tag) yield 'From has no tag.';
  for (const { branch } of vias) {
    if (!branch || !/^z9hG4bK.+/.test(branch))
      yield `The branch of Via does not begin with z9hG4bK: ${branch ?? 'none'}.`;
  }
  if (message.is === 'request') {
    if (firstValueOf(message, 'Max-Forwards') === undefined) yield 'The request has no Max-Forwards.';
    if (contactInRequest.has(method) && !hasContact) yield `${method} has no Contact.`;
    if (method === 'ACK' && !toOf(message)?.tag) yield 'To of the ACK has no tag.';
  } else if (message.is === 'response') {
    const { statusCode } = message;
    if (statusCode >= 200 && statusCode < 300 && contactIn2xx.has(method) && !hasContact) {
      yield `The ${statusCode} to ${method} has no Contact.`;
    }
    if (statusCode > 100 && !toOf(message)?.tag) yield `To of the ${statusCode} has no tag.`;
    if (statusCode > 100 && statusCode < 200 && method !== 'INVITE') {
      yield `${statusCode} answers an INVITE only [RFC 4320, 4.1].`;
    }
    if (statusCode === 408 && method !== 'INVITE') {
      yield 'No element that keeps transactions sends a 408 to another request than INVITE [RFC 4320, 4.2].';
    }
    if (statusCode < 200 && firstValueOf(message, 'RSeq') !== undefined && !hasContact) {
      yield `The reliable ${statusCode} has no Contact.`;
    }
  }
}

/** Header fields that RFC 3261 and its extensions ask of every message of its kind. */
export function* faultsOfRequired({ messages }: FlowToCheck): Generator<MessageFaultOfFlow> {
  for (const message of messages) {
    for (const reason of reasonsOf(message)) yield { message, line: lineOfField(message), reason };
  }
}

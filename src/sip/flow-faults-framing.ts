import { firstValueOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';
import { faultsOfSdp } from './sdp.ts';
import { octetsOf } from './text.ts';

/** Messages that don't parse; Content-Length and Content-Type that don't fit the body; SDP that doesn't parse. */
export function* faultsOfFraming({ messages }: FlowToCheck): Generator<MessageFaultOfFlow> {
  for (const message of messages) {
    const { message: sip, line } = message;
    for (const fault of sip.faults) yield { message, line: line + fault.line, reason: fault.reason };
    const length = firstValueOf(sip, 'Content-Length');
    if (length === undefined) {
      yield { message, line: lineOfField(message), reason: 'The message has no Content-Length.' };
    }
    if (sip.rest !== '') {
      const bytes = octetsOf(sip.body) + octetsOf(sip.rest);
      const reason = `Content-Length says ${length} bytes, but the body has ${bytes}.`;
      yield { message, line: lineOfField(message, 'Content-Length'), reason };
    }
    const type = firstValueOf(sip, 'Content-Type');
    if (sip.body !== '' && type === undefined) {
      yield { message, line: lineOfField(message), reason: 'The message has a body but no Content-Type.' };
    }
    if (sip.body === '' && type !== undefined) {
      yield {
        message,
        line: lineOfField(message, 'Content-Type'),
        reason: 'The message has a Content-Type but no body.',
      };
    }
    if (/^application\/sdp\b/i.test(type ?? '') && sip.body !== '') {
      const head = message.text.slice(0, message.text.length - sip.body.length - sip.rest.length);
      const bodyLine = line + head.split('\n').length;
      for (const fault of faultsOfSdp(sip.body)) {
        yield { message, line: bodyLine - 1 + fault.line, reason: fault.reason };
      }
    }
  }
}

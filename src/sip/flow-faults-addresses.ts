import { isDocumentationHost, strangersIn } from './documentation-addresses.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';

/** Hosts and numbers that belong to somebody: a flow uses documentation's own. */
export function* faultsOfAddresses({ flow, messages }: FlowToCheck): Generator<MessageFaultOfFlow> {
  for (const message of messages) {
    for (const [index, text] of message.text.split('\r\n').entries()) {
      for (const stranger of strangersIn(text)) {
        yield { message, line: message.line + 1 + index, reason: `${stranger} is not meant for documentation.` };
      }
    }
  }
  const [first] = messages;
  for (const { addresses, line } of first ? flow.parties : []) {
    for (const address of addresses) {
      const host = address.replace(/:\d+$/, '');
      if (first && !isDocumentationHost(host)) {
        yield { message: first, line, reason: `${address} is not meant for documentation.` };
      }
    }
  }
}

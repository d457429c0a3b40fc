import { cseqOf, firstValueOf, fromOf, toOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { hasArrived, lineOfField } from './flow-faults.ts';
import type { FlowMessage } from './flow.ts';

const branchOf = ({ message }: FlowMessage) => viaListOf(message)[0]?.branch;
const callOf = ({ message }: FlowMessage) =>
  [firstValueOf(message, 'Call-ID'), cseqOf(message)?.number, fromOf(message)?.tag].join(' ');
const statusOf = ({ message }: FlowMessage) => (message.is === 'response' ? message.statusCode : 0);
const requestUriOf = ({ message }: FlowMessage) => (message.is === 'request' ? message.requestUri : '');

/** ACKs: the same branch for a refusal, a new one for a 2xx, a To tag as in the response, and none forgotten (RFC 3261 13, 17.1.1.3). */
function* faultsOfAcks(toCheck: FlowToCheck): Generator<MessageFaultOfFlow> {
  const { messages, exchange } = toCheck;
  for (const transaction of exchange.transactions) {
    const request = messages[transaction.request ?? -1];
    if (!request || transaction.method !== 'INVITE') continue;
    const acks = transaction.acks.flatMap((index) => messages[index] ?? []);
    for (const message of acks) {
      const fault = (name: string, reason: string) => ({ message, line: lineOfField(message, name), reason });
      const final = messages[exchange.messages[messages.indexOf(message)]?.answers ?? -1];
      const isSuccess = final !== undefined && statusOf(final) < 300;
      if (isSuccess && branchOf(message) === branchOf(request))
        yield fault('Via', "The ACK of a 2xx has the INVITE's branch; it needs a new one.");
      if (!isSuccess && branchOf(message) !== branchOf(request))
        yield fault('Via', "The ACK of a refusal must have the INVITE's branch.");
      if (!isSuccess && requestUriOf(message) !== requestUriOf(request))
        yield fault('', "The ACK's Request-URI differs from the INVITE's.");
      if (final && toOf(message.message)?.tag !== toOf(final.message)?.tag)
        yield fault('To', "To of the ACK lacks the final response's tag.");
    }
    for (const message of transaction.finals.flatMap((index) => messages[index] ?? [])) {
      if (!hasArrived(toCheck, messages.indexOf(message))) continue;
      const tag = toOf(message.message)?.tag;
      const isAcked =
        statusOf(message) < 300
          ? messages.some(
              (one) =>
                one.message.is === 'request' &&
                one.message.method === 'ACK' &&
                callOf(one) === callOf(request) &&
                toOf(one.message)?.tag === tag,
            )
          : acks.some((ack) => ack.from === request.from && toOf(ack.message)?.tag === tag);
      if (!isAcked) {
        yield { message, line: lineOfField(message), reason: `No ACK follows the ${statusOf(message)} to the INVITE.` };
      }
    }
  }
}

/** CANCELs: like the INVITE but for the method, and not before a provisional response (RFC 3261 9.1). */
function* faultsOfCancels(toCheck: FlowToCheck): Generator<MessageFaultOfFlow> {
  const { messages, exchange } = toCheck;
  for (const { method, cancels, request } of exchange.transactions) {
    const message = messages[request ?? -1];
    if (method !== 'CANCEL' || !message) continue;
    const fault = (name: string, reason: string) => ({ message, line: lineOfField(message, name), reason });
    const cancelled = exchange.transactions[cancels ?? -1];
    const invite = messages[cancelled?.request ?? -1];
    if (!cancelled || !invite) {
      yield fault('CSeq', 'The CANCEL fits no INVITE before it.');
      continue;
    }
    if (branchOf(message) !== branchOf(invite)) yield fault('Via', "The CANCEL must have the INVITE's branch.");
    if (requestUriOf(message) !== requestUriOf(invite))
      yield fault('', "The CANCEL's Request-URI differs from the INVITE's.");
    for (const name of ['From', 'To', 'Call-ID']) {
      if (firstValueOf(message.message, name) !== firstValueOf(invite.message, name))
        yield fault(name, `${name} of the CANCEL differs from the INVITE's.`);
    }
    if (cseqOf(message.message)?.number !== cseqOf(invite.message)?.number)
      yield fault('CSeq', "The CANCEL must have the INVITE's CSeq number.");
    const isProceeding = cancelled.provisionals.some((index) => hasArrived(toCheck, index, messages.indexOf(message)));
    if (!isProceeding) yield fault('', 'The CANCEL goes out before any provisional response came.');
  }
}

/** What is wrong between the messages of one transaction. */
export function* faultsOfTransactions(toCheck: FlowToCheck): Generator<MessageFaultOfFlow> {
  yield* faultsOfAcks(toCheck);
  yield* faultsOfCancels(toCheck);
  const { messages, exchange } = toCheck;
  for (const { finals, method } of exchange.transactions) {
    const [first, ...more] = finals.flatMap((index) => messages[index] ?? []);
    for (const message of more) {
      const isFork = method === 'INVITE' && first && statusOf(first) < 300 && statusOf(message) < 300;
      if (!isFork) yield { message, line: lineOfField(message), reason: 'The request has a final response already.' };
    }
  }
}

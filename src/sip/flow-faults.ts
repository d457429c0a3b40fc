import type { Hash } from './digest.ts';
import { type Exchange, readExchange } from './exchange.ts';
import { type Flow, type FlowFault, type FlowMessage, messagesOfFlow } from './flow.ts';
import { faultsOfAddresses } from './flow-faults-addresses.ts';
import { faultsOfDialogs } from './flow-faults-dialogs.ts';
import { faultsOfDigests } from './flow-faults-digests.ts';
import { faultsOfFraming } from './flow-faults-framing.ts';
import { faultsOfHops } from './flow-faults-hops.ts';
import { faultsOfRequired } from './flow-faults-required.ts';
import { faultsOfResponses } from './flow-faults-responses.ts';
import { faultsOfTransactions } from './flow-faults-transactions.ts';

/** What each check of a flow looks at. */
export interface FlowToCheck {
  flow: Flow;
  /** The flow's messages, at the positions that the exchange's numbers name. */
  messages: FlowMessage[];
  exchange: Exchange;
  hash: Hash;
}

/** A fault and the message that it belongs to. */
export interface MessageFaultOfFlow {
  message: FlowMessage;
  /** The line in the flow's text, from 1. */
  line: number;
  reason: string;
}

export type FlowCheck = (toCheck: FlowToCheck) => Iterable<MessageFaultOfFlow>;

const checks: readonly FlowCheck[] = [
  faultsOfFraming,
  faultsOfRequired,
  faultsOfResponses,
  faultsOfHops,
  faultsOfTransactions,
  faultsOfDialogs,
  faultsOfDigests,
  faultsOfAddresses,
];

/** The line of a header field in the flow's text, or of the message's start line. */
export function lineOfField({ line, message }: FlowMessage, name?: string): number {
  const field = message.fields.find(({ canonicalName }) => canonicalName === name);
  return line + (field?.line ?? message.line);
}

/** Whether a message reached its receiver, at its first sending or as a retransmission, before another message if one is given. */
export const hasArrived = ({ messages, exchange }: FlowToCheck, first: number, before = messages.length): boolean =>
  exchange.messages.some(
    ({ index, retransmissionOf }) =>
      index < before && (index === first || retransmissionOf === first) && messages[index]?.lost === false,
  );

function* faultsOfEvents(flow: Flow): Generator<FlowFault> {
  let latest = 0;
  for (const event of flow.events) {
    if (event.time < latest) yield { line: event.line, reason: `Time goes back, from ${latest} to ${event.time}.` };
    latest = event.time;
    if (event.is === 'note') continue;
    for (const { name, line } of event.marks) {
      const isThere =
        name === 'Start-Line' ||
        (name === 'Body' && event.message.body !== '') ||
        event.message.fields.some((field) => field.canonicalName === name);
      if (!isThere) yield { line, reason: `The message has no ${name} to be marked.` };
    }
  }
  const shown = new Set(
    messagesOfFlow(flow).map(({ message }) => (message.is === 'response' ? message.statusCode : 0)),
  );
  const isChosen = flow.events.some(({ isHighlighted }) => isHighlighted);
  for (const code of flow.codes.filter((one) => !shown.has(one) && !isChosen)) {
    yield { line: 1, reason: `No response carries the code ${code}, and nothing is highlighted in its place.` };
  }
}

/**
 * Everything that is wrong with a flow, by line: RFC 3261's rules for messages, transactions, dialogs and proxies, digests,
 * SDP and documentation addresses. Faults that a message announces with `??` are left out; an announced fault that isn't
 * there is one. `hash` gives the digests their hash functions.
 */
export function faultsOfFlow(flow: Flow, hash: Hash): FlowFault[] {
  const faults: FlowFault[] = [...flow.faults, ...faultsOfEvents(flow)];
  const messages = messagesOfFlow(flow);
  const toCheck: FlowToCheck = { flow, messages, exchange: readExchange(messages), hash };
  const found = checks.flatMap((check) => [...check(toCheck)]);
  for (const { message, line, reason } of found) {
    if (!message.expectedFaults.some(({ words }) => reason.includes(words))) faults.push({ line, reason });
  }
  for (const message of messages) {
    for (const { words, line } of message.expectedFaults) {
      const isThere = found.some((fault) => fault.message === message && fault.reason.includes(words));
      if (!isThere) faults.push({ line, reason: `The message shows no such fault: ${words}` });
    }
  }
  const distinct = new Map(faults.map((fault) => [`${fault.line} ${fault.reason}`, fault]));
  return [...distinct.values()].sort((a, b) => a.line - b.line);
}

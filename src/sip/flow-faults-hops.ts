import { addressesOf, firstValueOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';
import { viaAsSent } from './flow-faults-responses.ts';
import type { Flow, FlowMessage } from './flow.ts';

const hostOf = (address: string) => address.replace(/:\d+$/, '').toLowerCase();

/** Whether a sent-by names a party: by address, by label; browsers write a name under .invalid (RFC 7118 5.5). */
function isSentBy(flow: Flow, name: string, sentBy: string): boolean {
  const party = flow.parties.find((one) => one.name === name);
  if (!party || /\.invalid(?::\d+)?$/i.test(sentBy)) return true;
  const names = [party.label, ...party.addresses].map((one) => one.toLowerCase());
  const isNamed = names.includes(sentBy.toLowerCase());
  return (
    isNamed ||
    (names.map(hostOf).includes(hostOf(sentBy)) &&
      (hostOf(sentBy) === sentBy || !party.addresses.some((one) => hostOf(one) === hostOf(sentBy))))
  );
}

const sameRequest = (a: FlowMessage, b: FlowMessage) =>
  a.message.is === 'request' &&
  b.message.is === 'request' &&
  a.message.method === b.message.method &&
  ['Call-ID', 'CSeq', 'From'].every((name) => firstValueOf(a.message, name) === firstValueOf(b.message, name));

/** The host and port of a SIP URI. */
const hostPortOf = (uri: string) =>
  uri
    .replace(/^sips?:/i, '')
    .replace(/^[^@]*@/, '')
    .replace(/[;?].*$/, '');

/** Record-Route grows by the proxy's own value on top, and Route loses it (RFC 3261 16.6 step 4, 16.4). */
function* faultsOfRoutes(flow: Flow, source: FlowMessage, message: FlowMessage): Generator<MessageFaultOfFlow> {
  const isOwn = (uri: string) => isSentBy(flow, message.from, hostPortOf(uri));
  const uris = ({ message: sip }: FlowMessage, name: string) => addressesOf(sip, name).map(({ uri }) => uri);
  const recorded = uris(source, 'Record-Route');
  const records = uris(message, 'Record-Route');
  const added = records.slice(0, Math.max(records.length - recorded.length, 0));
  if (records.slice(added.length).join() !== recorded.join() || !added.every(isOwn)) {
    const reason = `Record-Route must be as ${message.from} received it, with nothing but its own URI on top.`;
    yield { message, line: lineOfField(message, 'Record-Route'), reason };
  }
  const [top] = uris(source, 'Route');
  if (top !== undefined && isOwn(top) && uris(message, 'Route').includes(top)) {
    const reason = `${message.from} passes on the Route that names itself; it must take it away.`;
    yield { message, line: lineOfField(message, 'Route'), reason };
  }
}

/** The requests of each hop: Via, Max-Forwards and what a proxy must not touch (RFC 3261 16.6). */
export function* faultsOfHops({ flow, messages }: FlowToCheck): Generator<MessageFaultOfFlow> {
  for (const [index, message] of messages.entries()) {
    const sip = message.message;
    if (sip.is !== 'request') continue;
    const fault = (name: string, reason: string) => ({ message, line: lineOfField(message, name), reason });
    const [top, ...below] = viaListOf(sip);
    if (top && top.transport !== message.transport) {
      yield fault('Via', `The top Via says ${top.transport}, but the message goes over ${message.transport}.`);
    }
    if (top && !isSentBy(flow, message.from, top.sentBy)) {
      yield fault('Via', `The sent-by of the top Via, ${top.sentBy}, is no address of ${message.from}.`);
    }
    const received = messages
      .slice(0, index)
      .filter((one) => one.to === message.from && !one.lost && sameRequest(one, message));
    const isOwn = sip.method === 'CANCEL' || (sip.method === 'ACK' && below.length === 0);
    if (sip.method === 'CANCEL' && below.length > 0) yield fault('Via', 'A CANCEL has one Via only [RFC 3261, 9.1].');
    if (below.length === 0) {
      if (received.length > 0 && !isOwn)
        yield fault('Via', `${message.from} passes the request on without a Via of its own.`);
      continue;
    }
    const asReceived = below.map(viaAsSent).join('\n');
    const source = received.findLast((one) => viaListOf(one.message).map(viaAsSent).join('\n') === asReceived);
    if (!source) {
      yield fault('Via', `${message.from} received no request with the Via values below the top one.`);
      continue;
    }
    yield* faultsOfRoutes(flow, source, message);
    const before = Number(firstValueOf(source.message, 'Max-Forwards'));
    const now = Number(firstValueOf(sip, 'Max-Forwards'));
    if (now !== before - 1)
      yield fault('Max-Forwards', `Max-Forwards came as ${before} and must go on as ${before - 1}, not ${now}.`);
    if (sip.body !== source.message.body) {
      yield fault('', `The body changed on the way through ${message.from} [RFC 3261, 16.6 step 1].`);
    }
    for (const name of ['To', 'Contact', 'Content-Type']) {
      if (firstValueOf(sip, name) !== firstValueOf(source.message, name))
        yield fault(name, `${name} changed on the way through ${message.from}.`);
    }
  }
}

import { isIP, isIPv6 } from 'node:net';
import { type Exchange, readExchange } from '../sip/exchange.ts';
import { type Flow, type FlowMessage, messagesOfFlow } from '../sip/flow.ts';
import { addressesOf, viaListOf } from '../sip/header-values.ts';
import type { Endpoint, Packet } from './pcap.ts';

export interface FlowFile {
  path: string;
  flow: Flow;
}

/** A packet that carries a flow's message, or opens a connection and carries none. */
export interface WirePacket extends Packet {
  path: string;
  message?: FlowMessage;
}

interface Ends {
  source: Endpoint;
  destination: Endpoint;
}

function endpointOf(path: string, address: string): Endpoint {
  const [, host = '', port = '5060'] = address.match(/^\[?([^\]]*?)\]?(?::(\d{1,5}))?$/) ?? [];
  if (isIP(host) > 0) return { host, port: Number(port) };
  throw new Error(`${path}: No packet can go to or from ${address}, which is no IP address with a port.`);
}

const hostPortOf = (uri: string) => uri.replace(/^sips?:|^[^@]*@|[;?].*$/gi, '').replace(/^[^@]*@/, '');

/** A party's address that the message names, else its usual one; of the given IP version, if there is one. */
function addressOf({ path, flow }: FlowFile, name: string, named: readonly string[], peer?: Endpoint): Endpoint {
  const addresses = flow.parties.find((party) => party.name === name)?.addresses ?? [];
  const fitting = addresses.filter((one) => !peer || one.startsWith('[') === isIPv6(peer.host));
  const chosen = fitting.find((one) => named.includes(one)) ?? fitting[0] ?? addresses[0] ?? name;
  return endpointOf(path, chosen);
}

/** The way of a message: a request leaves from the top Via's sent-by, a response takes its request's way back. */
function endsOf(file: FlowFile, { from, to, message }: FlowMessage, request: Ends | undefined): Ends {
  if (message.is === 'response' && request) return { source: request.destination, destination: request.source };
  const source = addressOf(file, from, [viaListOf(message)[0]?.sentBy ?? '']);
  const next = [...addressesOf(message, 'Route').map(({ uri }) => uri), message.is === 'request' ? message.requestUri : ''];
  return { source, destination: addressOf(file, to, next.slice(0, 1).map(hostPortOf), source) };
}

const keyOf = (source: Endpoint, destination: Endpoint) =>
  `${source.host} ${source.port} ${destination.host} ${destination.port}`;

/**
 * The packets of flows, one flow behind the other. Over UDP a message is a datagram; any other transport becomes plain TCP,
 * a segment a message, since only what TLS or WebSocket carries is to be read.
 */
export function packetsOf(files: readonly FlowFile[]): WirePacket[] {
  const packets: WirePacket[] = [];
  let connections = 0;
  let start = 0;
  for (const file of files) {
    const { path, flow } = file;
    const messages = messagesOfFlow(flow);
    const exchange: Exchange = readExchange(messages);
    const ends: Ends[] = [];
    /** The next sequence number of each direction. */
    const sequences = new Map<string, number>();
    for (const [index, message] of messages.entries()) {
      const way = endsOf(file, message, ends[exchange.messages[index]?.answers ?? -1]);
      ends.push(way);
      const time = start + message.time;
      const payload = Buffer.from(message.text);
      if (message.transport === 'UDP') {
        packets.push({ path, time, ...way, payload, message });
        continue;
      }
      const [there, back] = [keyOf(way.source, way.destination), keyOf(way.destination, way.source)];
      if (!sequences.has(there)) {
        connections += 1;
        const initial = connections * 0x100000;
        const wayBack = { source: way.destination, destination: way.source };
        const nothing = { path, time, payload: Buffer.alloc(0) };
        packets.push({ ...nothing, ...way, segment: { sequence: initial, acknowledgment: 0, isSyn: true } });
        packets.push({ ...nothing, ...wayBack, segment: { sequence: initial, acknowledgment: initial + 1, isSyn: true } });
        sequences.set(there, initial + 1).set(back, initial + 1);
      }
      const sequence = sequences.get(there) ?? 0;
      const segment = { sequence, acknowledgment: sequences.get(back) ?? 0, isSyn: false };
      packets.push({ path, time, ...way, payload, segment, message });
      sequences.set(there, sequence + payload.length);
    }
    start = Math.ceil(packets.at(-1)?.time ?? start) + 1;
  }
  return packets;
}

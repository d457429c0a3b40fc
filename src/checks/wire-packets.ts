import { readExchange } from '../sip/exchange.ts';
import { type FlowMessage, messagesOfFlow } from '../sip/flow.ts';
import type { Packet } from './pcap.ts';
import { type Ends, endsOf, type FlowFile } from './wire-ends.ts';

/** A packet that carries a flow's message, or opens a connection and carries none. */
export interface WirePacket extends Packet {
  path: string;
  message?: FlowMessage;
}

const keyOf = ({ source, destination }: Ends) =>
  [source.host, source.port, destination.host, destination.port].join(' ');

/** TCP connections: the next sequence number of each direction. */
class Connections {
  readonly #next = new Map<string, number>();
  #initial: number;

  constructor(initial: number) {
    this.#initial = initial;
  }

  /** The segments that carry a message: itself, behind a handshake if it is the first between these ends. */
  *segmentsOf(ends: Ends, octets: number): Generator<{ ends: Ends; segment: NonNullable<Packet['segment']> }> {
    const back = { source: ends.destination, destination: ends.source };
    if (!this.#next.has(keyOf(ends))) {
      const sequence = this.#initial;
      this.#initial += 1;
      yield { ends, segment: { sequence, acknowledgment: 0, isSyn: true } };
      yield { ends: back, segment: { sequence, acknowledgment: sequence + 1, isSyn: true } };
      this.#next.set(keyOf(ends), sequence + 1).set(keyOf(back), sequence + 1);
    }
    const sequence = this.#next.get(keyOf(ends)) ?? 0;
    yield { ends, segment: { sequence, acknowledgment: this.#next.get(keyOf(back)) ?? 0, isSyn: false } };
    this.#next.set(keyOf(ends), sequence + octets);
  }
}

/** The packets of one flow, its time starting at `start`; `initial` is a sequence number that no flow before has used. */
function* packetsOfFlow(file: FlowFile, start: number, initial: number): Generator<WirePacket> {
  const { path, flow } = file;
  const messages = messagesOfFlow(flow);
  const exchange = readExchange(messages);
  const connections = new Connections(initial);
  const ways: Ends[] = [];
  for (const [index, message] of messages.entries()) {
    const way = endsOf(file, message, ways[exchange.messages[index]?.answers ?? -1]);
    ways.push(way);
    const time = start + message.time;
    const payload = Buffer.from(message.text);
    if (message.transport === 'UDP') {
      yield { path, time, ...way, payload, message };
      continue;
    }
    for (const { ends, segment } of connections.segmentsOf(way, payload.length)) {
      if (segment.isSyn) yield { path, time, ...ends, segment, payload: Buffer.alloc(0) };
      else yield { path, time, ...ends, segment, payload, message };
    }
  }
}

/**
 * The packets of flows, one flow behind the other. Over UDP a message is a datagram; any other transport becomes plain TCP,
 * a segment a message, since what TLS or WebSocket carries is to be read.
 */
export function packetsOf(files: readonly FlowFile[]): WirePacket[] {
  const packets: WirePacket[] = [];
  for (const [index, file] of files.entries()) {
    const start = Math.ceil(packets.at(-1)?.time ?? 0);
    // A new first number tells TShark that the same two ends have opened another connection.
    packets.push(...packetsOfFlow(file, start, (index + 1) * 0x100000));
  }
  return packets;
}

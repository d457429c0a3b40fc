import { isIPv4 } from 'node:net';

/** One end of a packet's way; `host` is an IPv4 or IPv6 address without brackets. */
export interface Endpoint {
  host: string;
  port: number;
}

/** A UDP datagram, or a TCP segment where `segment` stands. */
export interface Packet {
  /** Seconds, from whatever zero. */
  time: number;
  source: Endpoint;
  destination: Endpoint;
  payload: Uint8Array;
  segment?: { sequence: number; acknowledgment: number; isSyn: boolean };
}

const tcp = 6;
const udp = 17;
const flag = { syn: 0x02, push: 0x08, acknowledgment: 0x10 };

function bytesOfHost(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from(host.split('.').map(Number));
  // URL spells every IPv6 address alike: hexadecimal groups, at most one `::`.
  const [head = '', tail = ''] = new URL(`http://[${host}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((text) => text.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0');
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => group.padStart(4, '0'));
  return Buffer.from(groups.join(''), 'hex');
}

/** The Internet checksum (RFC 1071): the complement of the ones' complement sum of 16-bit words. */
function checksumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

/** The UDP or TCP header with its payload, without checksum (RFC 768, RFC 9293 3.1). */
function bytesOfTransport({ source, destination, payload, segment }: Packet): Buffer {
  const header = Buffer.alloc(segment ? 20 : 8);
  header.writeUInt16BE(source.port, 0);
  header.writeUInt16BE(destination.port, 2);
  if (segment) {
    header.writeUInt32BE(segment.sequence, 4);
    header.writeUInt32BE(segment.acknowledgment, 8);
    header[12] = (header.length / 4) << 4;
    const acknowledging = segment.acknowledgment > 0 ? flag.acknowledgment : 0;
    header[13] = acknowledging | (segment.isSyn ? flag.syn : flag.push);
    header.writeUInt16BE(0xffff, 14);
  } else header.writeUInt16BE(header.length + payload.length, 4);
  return Buffer.concat([header, payload]);
}

/** The IP header of either version (RFC 791 3.1, RFC 8200 3). */
function bytesOfHeader(source: Buffer, destination: Buffer, protocol: number, length: number): Buffer {
  const isVersion6 = source.length === 16;
  const header = Buffer.alloc(isVersion6 ? 8 : 12);
  header[0] = isVersion6 ? 0x60 : 0x45;
  header.writeUInt16BE(isVersion6 ? length : length + 20, isVersion6 ? 4 : 2);
  header[isVersion6 ? 6 : 9] = protocol;
  header[isVersion6 ? 7 : 8] = 64;
  const whole = Buffer.concat([header, source, destination]);
  if (!isVersion6) whole.writeUInt16BE(checksumOf(whole), 10);
  return whole;
}

function bytesOfPacket(packet: Packet): Buffer {
  const [source, destination] = [bytesOfHost(packet.source.host), bytesOfHost(packet.destination.host)];
  const protocol = packet.segment ? tcp : udp;
  const transport = bytesOfTransport(packet);
  // RFC 8200 8.1; IPv4's pseudo-header has the same sum.
  const pseudoHeader = Buffer.alloc(8);
  pseudoHeader.writeUInt32BE(transport.length, 0);
  pseudoHeader.writeUInt32BE(protocol, 4);
  const checksum = checksumOf(Buffer.concat([source, destination, pseudoHeader, transport]));
  transport.writeUInt16BE(checksum === 0 && protocol === udp ? 0xffff : checksum, packet.segment ? 16 : 6);
  return Buffer.concat([bytesOfHeader(source, destination, protocol, transport.length), transport]);
}

/** A capture file in the classic pcap format whose packets begin with their IP header (link type RAW). */
export function pcapOf(packets: readonly Packet[]): Buffer {
  const rawIp = 101;
  const longest = 0x40000;
  const file = Buffer.alloc(24);
  file.writeUInt32LE(0xa1b2c3d4, 0);
  file.writeUInt16LE(2, 4);
  file.writeUInt16LE(4, 6);
  file.writeUInt32LE(longest, 16);
  file.writeUInt32LE(rawIp, 20);
  const records = packets.map((packet) => {
    const bytes = bytesOfPacket(packet);
    const microseconds = Math.round(packet.time * 1e6);
    const record = Buffer.alloc(16);
    const numbers = [Math.floor(microseconds / 1e6), microseconds % 1e6, bytes.length, bytes.length];
    for (const [index, number] of numbers.entries()) record.writeUInt32LE(number, index * 4);
    return Buffer.concat([record, bytes]);
  });
  return Buffer.concat([file, ...records]);
}

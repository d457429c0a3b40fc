import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Packet, pcapOf } from '../../src/checks/pcap.ts';
import { faultsOfDissection } from '../../src/checks/wire-faults.ts';
import { packetsOf } from '../../src/checks/wire-packets.ts';
import { readFlow } from '../../src/sip/flow.ts';
import { readMessage } from '../../src/sip/message.ts';

const flow = readFlow(`title: An OPTIONS over TCP
code: 200
transport: TCP
party alice  Alice's phone  192.0.2.10:5060
party proxy  proxy.example.com  198.51.100.1:5060, 203.0.113.1:5070

== 0 alice -> proxy
OPTIONS sip:203.0.113.1:5070 SIP/2.0
Via: SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK1
CSeq: 1 OPTIONS

== 0.1 proxy -> alice
SIP/2.0 200 OK
Via: SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK1
CSeq: 1 OPTIONS

== 0.2 alice -> proxy
OPTIONS sip:proxy.example.com SIP/2.0
Via: SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK2
CSeq: 2 OPTIONS
`);

/** The sum of 16-bit words with the carry added: 0xffff where the checksum among them is right (RFC 1071). */
function sumOf(bytes: Uint8Array): number {
  const sum = [...bytes].reduce((total, byte, index) => total + byte * (index % 2 === 0 ? 256 : 1), 0);
  return ((sum % 0x10000) + Math.floor(sum / 0x10000)) % 0x10000 || 0xffff;
}

test('a flow’s packets go between the addresses that its messages name, and a response takes the way back', () => {
  const ends = packetsOf([{ path: 'a.flow', flow }]).map(({ source, destination }) => [source, destination]);
  const [alice, named] = [
    { host: '192.0.2.10', port: 5060 },
    { host: '203.0.113.1', port: 5070 },
  ];
  assert.deepEqual(ends.slice(2, 4), [
    [alice, named],
    [named, alice],
  ]);
  assert.deepEqual(ends.at(-1), [alice, { host: '198.51.100.1', port: 5060 }]);
});

test('messages over TCP are segments without a gap, behind a handshake', () => {
  const packets = packetsOf([{ path: 'a.flow', flow }]);
  const [syn, answer, request, response] = packets.map(({ segment, payload }) => ({
    ...segment,
    length: payload.length,
  }));
  assert.deepEqual([syn?.isSyn, answer?.isSyn, request?.isSyn], [true, true, false]);
  assert.equal(request?.sequence, (syn?.sequence ?? 0) + 1);
  assert.equal(response?.sequence, request?.acknowledgment);
  assert.equal(response?.acknowledgment, (request?.sequence ?? 0) + (request?.length ?? 0));
});

test('a party without an IP address is named', () => {
  const nameless = readFlow(`party a  A  a.example.com:5060\n\n== 0 a -> a\nOPTIONS sip:a SIP/2.0\n`);
  assert.throws(
    () => packetsOf([{ path: 'a.flow', flow: nameless }]),
    /a\.flow: .* a\.example\.com:5060, which is no IP/,
  );
});

test('a capture’s packets have the checksums that IP, UDP and TCP ask for', () => {
  const payload = Buffer.from('odd');
  const segment = { sequence: 2 ** 32 - 1, acknowledgment: 7, isSyn: false };
  for (const [source, destination, headerLength] of [
    ['192.0.2.10', '198.51.100.1', 20],
    ['2001:db8::10', '2001:db8:a:b:c:d:e:1', 40],
  ] as const) {
    const ends = { source: { host: source, port: 5060 }, destination: { host: destination, port: 65535 } };
    for (const packet of [
      { time: 1.5, ...ends, payload },
      { time: 1.5, ...ends, payload, segment },
    ] satisfies Packet[]) {
      const bytes = pcapOf([packet]).subarray(24 + 16);
      const addresses = bytes.subarray(headerLength === 20 ? 12 : 8, headerLength);
      const transport = bytes.subarray(headerLength);
      const protocol = bytes[headerLength === 20 ? 9 : 6] ?? 0;
      if (headerLength === 20) assert.equal(sumOf(bytes.subarray(0, 20)), 0xffff);
      assert.equal(protocol, 'segment' in packet ? 6 : 17);
      assert.equal(
        sumOf(Buffer.concat([addresses, Buffer.from([0, transport.length, 0, protocol]), transport])),
        0xffff,
      );
    }
  }
});

test('what TShark reads otherwise is told, a quoted message aside', () => {
  const message = readMessage('SIP/2.0 486 Busy Here\r\nCall-ID: a\r\nTo: <sip:b@example.com>;tag=1\r\n\r\n');
  const sip = (reasonPhrase: string, tag: string) => ({
    'sip.Status-Line': `SIP/2.0 486 ${reasonPhrase}`,
    'sip.Status-Line_tree': { 'sip.Status-Code': '486' },
    'sip.msg_hdr_tree': { 'sip.Call-ID': 'a', 'sip.To_tree': { 'sip.to.tag': tag } },
  });
  assert.deepEqual([...faultsOfDissection(message, { sip: [sip('Busy Here', '1'), sip('Busy', '2')] })], []);
  assert.deepEqual(
    [...faultsOfDissection(message, { sip: sip('Busy', '2') })],
    [
      'TShark reads another reason phrase: “Busy”, where this project reads “Busy Here”.',
      'TShark reads another To tag: “2”, where this project reads “1”.',
    ],
  );
  assert.deepEqual([...faultsOfDissection(message, { data: 'x' })], ['TShark does not read it as SIP.']);
});

test('what TShark calls malformed or warns of is told, its notes are not', () => {
  const message = readMessage('SIP/2.0 486 Busy Here\r\n\r\n');
  const expert = (severity: number, words: string) => ({
    '_ws.expert': { '_ws.expert.message': words, '_ws.expert.severity': String(severity) },
  });
  const layers = { sip: [expert(0x400000, 'a note'), expert(0x600000, 'a warning')], '_ws.malformed': 'SIP' };
  const found = [...faultsOfDissection(message, layers)].slice(0, 2);
  assert.deepEqual(found, ['TShark complains: a warning', 'TShark calls it malformed: SIP']);
});

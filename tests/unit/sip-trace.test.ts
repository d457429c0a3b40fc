import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readExchange } from '../../src/sip/exchange.ts';
import { callIdOf, cseqOf, fromOf, toOf, viaListOf } from '../../src/sip/header-values.ts';
import { readTrace, type Trace } from '../../src/sip/trace.ts';

interface Expected {
  method?: string;
  status?: number;
  reason?: string;
  cseq: string;
  from: string;
  to: string;
  call_id: string;
  via_branch: string;
  from_tag: string | null;
  to_tag: string | null;
  retransmission: boolean;
  time: number;
}

const captures = new URL('../data/sip/captures/', import.meta.url);
const textOf = (capture: string, file: string) => readFileSync(new URL(`${capture}/${file}`, captures), 'utf8');
const expectedOf = (capture: string) => JSON.parse(textOf(capture, 'expected.json')) as Expected[];

const wanted = ({ method, status, reason, cseq, call_id, via_branch, from_tag, to_tag }: Expected) =>
  [method ?? `${status} ${reason}`, cseq, call_id, via_branch, from_tag ?? '', to_tag ?? ''].join(' | ');

const found = ({ messages }: Trace) =>
  messages.map(({ message }) => {
    const cseq = cseqOf(message);
    const start =
      message.is === 'response'
        ? `${message.statusCode} ${message.reasonPhrase}`
        : message.is === 'request'
          ? message.method
          : '';
    const parts = [
      start,
      `${cseq?.number} ${cseq?.method}`,
      callIdOf(message),
      viaListOf(message)[0]?.branch,
      fromOf(message)?.tag,
      toOf(message)?.tag,
    ];
    return parts.map((part) => part ?? '').join(' | ');
  });

/** Whole traces: the tool saw every message of the capture. */
for (const [capture, file, format] of [
  ['003-call-407-100-180-200', 'trace.sngrep.txt', 'sngrep'],
  ['003-call-407-100-180-200', 'trace.sipdump.txt', 'sipdump'],
  ['032-register-too-many-contacts-503-500', 'trace.sngrep.txt', 'sngrep'],
  ['203-fork-3-pick-lowest', 'trace.sngrep.txt', 'sngrep'],
  ['206-retransmissions-direct', 'trace.sngrep.txt', 'sngrep'],
  ['206-retransmissions-direct', 'trace.wireshark.txt', 'wireshark'],
  ['213-tcp-split-over-segments', 'trace.wireshark.txt', 'wireshark'],
  ['215-sipsak-options', 'trace.sipsak.txt', 'sipsak'],
  ['321-asterisk-busy-486', 'trace.asterisk.log', 'asterisk'],
  ['458-pjsua-cancel-487', 'trace.sngrep.txt', 'sngrep'],
  ['474-baresip-cancel-487', 'trace.baresip.txt', 'baresip'],
  ['482-linphone-two-calls-487-603', 'trace.linphone.txt', 'linphone'],
  ['522-sofia-options-accept', 'trace.sofia.txt', 'sofia'],
] as const) {
  for (const [ends, text] of [
    ['CRLF', textOf(capture, file)],
    ['bare LF', textOf(capture, file).replace(/\r\n/g, '\n')],
  ] as const) {
    test(`${capture}/${file} with ${ends} reads as TShark dissects the packets`, () => {
      const trace = readTrace(text);
      const expected = expectedOf(capture);
      assert.equal(trace.format, format);
      assert.deepEqual(trace.faults, []);
      assert.deepEqual(found(trace), expected.map(wanted));
      assert.deepEqual(
        readExchange(trace.messages).messages.map(({ retransmissionOf }) => retransmissionOf !== undefined),
        expected.map(({ retransmission }) => retransmission),
      );
      for (const [index, { from, to, time }] of trace.messages.entries()) {
        for (const [own, theirs] of [
          [from, expected[index]?.from],
          [to, expected[index]?.to],
        ]) {
          assert.ok(own === undefined || own === 'local' || own === theirs, `${own} is not ${theirs}`);
        }
        const isDated = time !== undefined && time > 86400;
        assert.ok(!isDated || Math.abs(time - (expected[index]?.time ?? 0)) < 0.1);
      }
    });
  }
}

/** Partial traces: the tool saw some hops, or tells nothing about the order between streams. */
for (const [capture, file, format, count] of [
  ['003-call-407-100-180-200', 'trace.kamailio.log', 'kamailio', 12],
  ['003-call-407-100-180-200', 'trace.sipp.log', 'sipp', 16],
  ['003-call-407-100-180-200', 'trace.wireshark.txt', 'wireshark', 16],
  ['458-pjsua-cancel-487', 'trace.pjsua-41.txt', 'pjsua', 6],
] as const) {
  test(`${capture}/${file} gives ${count} messages, each one of the capture`, () => {
    const trace = readTrace(textOf(capture, file));
    const expected = new Set(expectedOf(capture).map(wanted));
    assert.equal(trace.format, format);
    assert.equal(trace.messages.length, count);
    assert.deepEqual(
      found(trace).filter((one) => !expected.has(one)),
      [],
    );
  });
}

test('several messages in one TCP segment, with keep-alives between them, are all read', () => {
  const trace = readTrace(textOf('212-tcp-many-in-one-segment', 'trace.wireshark.txt'));
  // TShark 4.0.17 overlooks the third request; Kamailio answered it.
  assert.deepEqual(
    found(trace).map((one) => one.split(' | ').slice(0, 2).join(' ')),
    [
      'OPTIONS 1 OPTIONS',
      'OPTIONS 2 OPTIONS',
      'OPTIONS 3 OPTIONS',
      '483 Too Many Hops 1 OPTIONS',
      '200 Keepalive 2 OPTIONS',
      '404 Not Found 3 OPTIONS',
    ],
  );
});

const plain = (lines: string[], body = '') => `${[...lines, `Content-Length: ${body.length}`, '', body].join('\n')}`;
const invite = plain(['INVITE sip:b@example.com SIP/2.0', 'Via: SIP/2.0/UDP a;branch=z9hG4bK1', 'CSeq: 1 INVITE']);
const notify = plain(
  ['NOTIFY sip:a@example.com SIP/2.0', 'CSeq: 2 NOTIFY', 'Content-Type: message/sipfrag'],
  'SIP/2.0 200 OK',
);

test('plain messages one after another are read without any frame', () => {
  const trace = readTrace(`Look at this:\n\n${invite}\n${notify}\n\n${invite}`);
  assert.equal(trace.format, 'plain');
  assert.deepEqual(
    trace.messages.map(({ line, message }) => [line, message.is === 'request' && message.method]),
    [
      [3, 'INVITE'],
      [9, 'NOTIFY'],
      [16, 'INVITE'],
    ],
  );
});

test('a status line quoted in a body is no message', () => {
  const { messages } = readTrace(notify);
  assert.deepEqual(
    messages.map(({ message }) => message.body),
    ['SIP/2.0 200 OK'],
  );
});

test('a message whose Content-Length is too large ends where the next one begins, and says so', () => {
  const trace = readTrace(`${invite.replace('Length: 0', 'Length: 77')}\nv=0\n\n${invite}`);
  assert.equal(trace.messages.length, 2);
  assert.deepEqual(
    trace.faults.filter(({ reason }) => reason.includes('77')),
    [{ line: 4, reason: 'Content-Length says 77 bytes, but the body has 7.' }],
  );
});

test('a log that stops in the middle of a message gives what is there, with a fault', () => {
  const { messages, faults } = readTrace(
    '2026/11/22 08:26:32.430072 192.0.2.1:5060 -> 192.0.2.2:5060\nBYE sip:a SIP/2.0\nCSeq: 1 B',
  );
  assert.equal(messages[0]?.from, '192.0.2.1:5060');
  assert.ok(faults.some(({ line, reason }) => line === 3 && reason.includes('empty line')));
});

test('the masked side of a WebSocket is announced as unreadable', () => {
  const stream =
    'Follow: tcp,ascii\nNode 0: 192.0.2.1:40000\nNode 1: 192.0.2.2:80\n38\nGET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n\n';
  assert.match(readTrace(stream).faults[0]?.reason ?? '', /masked/);
});

const files = readdirSync(captures, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('trace.'));
const sample = files.map((name) => readFileSync(new URL(name, captures), 'utf8').slice(0, 3000)).join('');

test('no text makes reading a trace throw, whatever is cut, doubled or damaged', () => {
  const pieces = fc.array(fc.tuple(fc.nat(sample.length), fc.nat(400), fc.string({ maxLength: 3 })), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, (cuts) => {
      const text = cuts.map(([start, length, noise]) => sample.slice(start, start + length) + noise).join('');
      const lines = text.split('\n').length;
      for (const { line } of readTrace(text).messages) assert.ok(line >= 1 && line <= lines);
    }),
    { numRuns: 1000 },
  );
});

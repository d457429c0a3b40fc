import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExchange } from '../../src/sip/exchange.ts';
import { readFlow } from '../../src/sip/flow.ts';
import { ladderOf } from '../../src/sip/ladder.ts';
import { readMessage } from '../../src/sip/message.ts';
import { readTrace } from '../../src/sip/trace.ts';

// No time is measured: what takes quadratic time keeps this file running for minutes.
const length = 300_000;
const repeat = (text: string) => text.repeat(Math.ceil(length / text.length));
const repeatEach = (textOf: (index: number) => string) =>
  Array.from({ length: Math.ceil(length / textOf(0).length) }, (_, index) => textOf(index)).join('');

const start = 'INVITE sip:b@example.com SIP/2.0\r\n';
const fields = (branch: string, cseq: string, tag: string, more = '') =>
  `Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK${branch}\r\nFrom: <sip:a@example.com>;tag=a\r\n` +
  `To: <sip:b@example.com>${tag}\r\nCall-ID: c\r\nCSeq: 1 ${cseq}\r\n${more}Content-Length: 0\r\n\r\n`;
const invite = start + fields('1', 'INVITE', '');
const progress = (tag: string, more = '') =>
  `SIP/2.0 183 Session Progress\r\n${fields('1', 'INVITE', `;tag=${tag}`, more)}`;

const messages: Record<string, string> = {
  'folded lines': `${start}Subject: x\r\n${repeat(' y\r\n')}\r\n`,
  'header fields': `${start}${repeat('X: y\r\n')}\r\n`,
  'lines without a colon': start + repeat('abc\r\n'),
  'spaces in a value': `${start}From: a${repeat(' ')}@\r\n\r\n`,
  quotes: `${start}From: ${repeat('"')}\r\n\r\n`,
  parameters: `${start}From: <sip:a@b>${repeat(';a=b')}\r\n\r\n`,
  'Via values': `${start}Via: ${repeat('SIP/2.0/UDP a,')}\r\n\r\n`,
  bytes: repeat('\u0000\u00ff\r\n\u0007'),
};

for (const [what, text] of Object.entries(messages)) {
  test(`hundreds of thousands of characters of ${what} are read as a message`, () => {
    assert.ok(readMessage(text).faults.length > 0);
  });
}

const traces: Record<string, string> = {
  'provisional responses alike': invite + repeat(progress('b')),
  'provisional responses with a tag each': invite + repeatEach((index) => progress(`b${index}`)),
  'reliable provisional responses': invite + repeat(progress('b', 'RSeq: 1\r\n')),
  'ACKs with a branch each':
    `${invite}SIP/2.0 200 OK\r\n${fields('1', 'INVITE', ';tag=b')}` +
    repeatEach((index) => `ACK sip:b SIP/2.0\r\n${fields(`a${index}`, 'ACK', ';tag=b')}`),
  'bodies that may quote a message': repeat(
    `${start}Content-Type: message/sipfrag\r\nContent-Length: 16\r\n\r\nSIP/2.0 200 OK\r\n`,
  ),
  'Kamailio’s own replies': repeatEach(
    (index) => ` 5(123) INFO: <script>: LOCAL-REPLY\n${progress('b').replace('z9hG4bK1', `z9hG4bK${index}`)}`,
  ),
  'records of a followed stream': `Follow: tcp,ascii\nNode 0: 192.0.2.1:1\n${repeat(`${invite.length}\n${invite}\n`)}`,
};

for (const [what, text] of Object.entries(traces)) {
  test(`hundreds of thousands of characters of ${what} are read as a trace`, () => {
    const exchange = readExchange(readTrace(text).messages);
    assert.equal(ladderOf(exchange).rows.length, exchange.messages.length);
    assert.ok(exchange.messages.length > 100);
  });
}

for (const [what, text] of Object.entries({
  'one word in a followed stream': `Follow: tcp,ascii\n9999999\n${repeat('A')}`,
  'requests for a page': `Follow: tcp,ascii\n9999999\n${repeat('GET / HTTP/1.1\n')}`,
  'half a line of linphone’s': `2026-01-01 10:00:00:00 belle-sip-message-channel [x]: received${repeat(' from [udp://')}`,
  'half a line of pjsua’s': repeat(' 10:00:00.0 a TX 5 bytes Request msg '),
  'half a line of Asterisk’s': repeat('<--- Transmitting '),
})) {
  test(`hundreds of thousands of characters of ${what} are no message`, () => {
    assert.deepEqual(readTrace(text).messages, []);
  });
}

test('hundreds of thousands of characters of a flow’s signs are read as a flow', () => {
  assert.ok(readFlow(repeat('== x\n')).faults.length > 50_000);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Exchange, readExchange, type TimedMessage } from '../../src/sip/exchange.ts';
import { messagesOfFlow, readFlow } from '../../src/sip/flow.ts';
import { labelOf } from '../../src/sip/ladder.ts';
import { readMessage } from '../../src/sip/message.ts';

interface Sent {
  start: string;
  branch?: string;
  tag?: string;
  cseq?: string;
  from?: string;
  to?: string;
  more?: string;
}

const send = ({
  start,
  branch = 'z9hG4bK1',
  tag,
  cseq = '1 INVITE',
  from = 'a',
  to = 'b',
  more = '',
}: Sent): TimedMessage => ({
  from,
  to,
  message: readMessage(
    `${start}\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=${branch}\r\nFrom: <sip:a@example.com>;tag=A\r\nTo: <sip:b@example.com>${
      tag ? `;tag=${tag}` : ''
    }\r\nCall-ID: c\r\nCSeq: ${cseq}\r\n${more}Content-Length: 0\r\n\r\n`,
  ),
});

const request = (method: string, more: Partial<Sent> = {}) =>
  send({ start: `${method} sip:b@example.com SIP/2.0`, cseq: `1 ${method}`, ...more });
const response = (status: string, tag?: string, more: Partial<Sent> = {}) =>
  send({ start: `SIP/2.0 ${status}`, from: 'b', to: 'a', ...(tag ? { tag } : {}), ...more });

const flow = (code: number): Exchange =>
  readExchange(
    messagesOfFlow(readFlow(readFileSync(new URL(`../data/sip/flows/${code}.flow`, import.meta.url), 'utf8'))),
  );

const labelsOf = ({ messages }: Exchange) => messages.map(({ message }) => labelOf(message));

test('each hop of a proxied call is a transaction of its own, with its final response and its ACK', () => {
  const exchange = flow(486);
  const hops = exchange.transactions.map(({ from, to, method, finals, acks }) => [from, to, method, finals, acks]);
  assert.deepEqual(hops, [
    ['alice', 'proxy', 'INVITE', [5], [6]],
    ['proxy', 'bob', 'INVITE', [3], [4]],
  ]);
});

test('every response points to the request that it answers', () => {
  const exchange = flow(487);
  const labels = labelsOf(exchange);
  const answered = exchange.messages.flatMap(({ answers, index }) =>
    answers === undefined ? [] : `${labels[index]} ← ${labels[answers]}`,
  );
  assert.deepEqual(answered, [
    '100 Trying ← INVITE',
    '180 Ringing ← INVITE',
    '180 Ringing ← INVITE',
    'CANCEL ← INVITE',
    '200 OK ← CANCEL',
    'CANCEL ← INVITE',
    '200 OK ← CANCEL',
    '487 Request Terminated ← INVITE',
    'ACK ← 487 Request Terminated',
    '487 Request Terminated ← INVITE',
    'ACK ← 487 Request Terminated',
  ]);
});

test('a CANCEL is a transaction that names the INVITE that it ends', () => {
  const { transactions } = readExchange([
    request('INVITE'),
    response('180 Ringing', 'B'),
    request('CANCEL'),
    response('200 OK', 'B', { cseq: '1 CANCEL' }),
  ]);
  assert.equal(transactions.length, 2);
  assert.equal(transactions[1]?.cancels, 0);
  assert.equal(transactions[0]?.cancelledBy, 1);
  assert.deepEqual(transactions[1]?.finals, [3]);
});

test('the ACK of a 2xx belongs to the INVITE whose 2xx has its To tag, though its branch is new', () => {
  const { messages, transactions } = readExchange([
    request('INVITE'),
    response('200 OK', 'B1'),
    response('200 OK', 'B2'),
    request('ACK', { branch: 'z9hG4bK2', tag: 'B2' }),
    request('ACK', { branch: 'z9hG4bK3', tag: 'B1' }),
  ]);
  assert.deepEqual(transactions[0]?.acks, [3, 4]);
  assert.deepEqual(transactions[0]?.toTags, ['B1', 'B2']);
  assert.equal(messages[3]?.answers, 2);
  assert.equal(messages[4]?.answers, 1);
});

test('a 2xx confirms a dialog for each To tag of a fork, and a refusal makes none', () => {
  const { dialogs } = readExchange([
    request('INVITE'),
    response('180 Ringing', 'B1'),
    response('180 Ringing', 'B2'),
    response('200 OK', 'B2'),
    response('486 Busy Here', 'B3'),
  ]);
  assert.deepEqual(
    dialogs.map(({ calleeTag, state }) => [calleeTag, state]),
    [
      ['B1', 'early'],
      ['B2', 'confirmed'],
    ],
  );
});

test('a dialog spans requests from both sides and ends with the answer to BYE', () => {
  const { dialogs } = readExchange([
    request('INVITE'),
    response('200 OK', 'B'),
    request('ACK', { branch: 'z9hG4bK2', tag: 'B' }),
    request('BYE', { branch: 'z9hG4bK3', tag: 'B', cseq: '2 BYE' }),
    response('200 OK', 'B', { branch: 'z9hG4bK3', cseq: '2 BYE' }),
  ]);
  assert.deepEqual(
    dialogs.map(({ messages, state }) => ({ messages, state })),
    [{ messages: [1, 2, 3, 4], state: 'terminated' }],
  );
});

test('a refusal ends every early dialog of a forked INVITE, whichever tag it carries', () => {
  const { dialogs } = readExchange([
    request('INVITE'),
    response('180 Ringing', 'B1'),
    response('183 Session Progress', 'B2'),
    response('486 Busy Here', 'B1'),
  ]);
  assert.deepEqual(
    dialogs.map(({ calleeTag, state }) => [calleeTag, state]),
    [
      ['B1', 'terminated'],
      ['B2', 'terminated'],
    ],
  );
});

test('a BYE that is only challenged leaves its dialog alive', () => {
  const bye = { branch: 'z9hG4bK3', tag: 'B', cseq: '2 BYE' };
  const { dialogs } = readExchange([
    request('INVITE'),
    response('200 OK', 'B'),
    request('BYE', bye),
    response('407 Proxy Authentication Required', 'B', bye),
  ]);
  assert.equal(dialogs[0]?.state, 'confirmed');
});

test('repeated requests and final responses are retransmissions of the first', () => {
  const { messages } = readExchange([
    request('INVITE'),
    request('INVITE'),
    response('486 Busy Here', 'B'),
    response('486 Busy Here', 'B'),
    request('ACK', { tag: 'B' }),
    request('ACK', { tag: 'B' }),
  ]);
  assert.deepEqual(
    messages.map(({ retransmissionOf }) => retransmissionOf),
    [undefined, 0, undefined, 2, undefined, 4],
  );
});

test('a provisional response again is a sign of life, unless the request was repeated', () => {
  const alive = readExchange([request('INVITE'), response('180 Ringing', 'B'), response('180 Ringing', 'B')]);
  const asked = readExchange([
    request('INVITE'),
    response('180 Ringing', 'B'),
    request('INVITE'),
    response('180 Ringing', 'B'),
  ]);
  assert.equal(alive.messages[2]?.retransmissionOf, undefined);
  assert.equal(asked.messages[3]?.retransmissionOf, 1);
});

test('two different final responses to one request both count as final', () => {
  const { transactions } = readExchange([
    request('REGISTER'),
    response('400 Bad Request', 'x', { cseq: '1 REGISTER' }),
    response('500 Server Error', 'y', { cseq: '1 REGISTER' }),
  ]);
  assert.deepEqual(transactions[0]?.finals, [1, 2]);
});

test('the same branch with another sent-by or method is another transaction', () => {
  const other = { ...request('INVITE'), message: readMessage(response('200 OK').message.startLine) };
  const { transactions } = readExchange([request('INVITE'), request('OPTIONS'), other]);
  assert.deepEqual(
    transactions.map(({ method }) => method),
    ['INVITE', 'OPTIONS'],
  );
});

test('messages of RFC 2543 find each other by Call-ID, CSeq and From tag', () => {
  const { transactions } = readExchange([
    request('INVITE', { branch: '1' }),
    response('200 OK', 'B', { branch: '1' }),
    request('INVITE', { branch: '1', cseq: '2 INVITE' }),
  ]);
  assert.deepEqual(
    transactions.map(({ isRfc2543, finals }) => [isRfc2543, finals]),
    [
      [true, [1]],
      [true, []],
    ],
  );
});

test('a request sent on after a failover with a new branch is a new transaction', () => {
  const { transactions, messages } = readExchange([
    request('INVITE'),
    request('INVITE', { branch: 'z9hG4bK9', to: 'c' }),
  ]);
  assert.equal(transactions.length, 2);
  assert.equal(messages[1]?.retransmissionOf, undefined);
});

const line = fc.constantFrom(
  'INVITE sip:a SIP/2.0',
  'ACK sip:a SIP/2.0',
  'CANCEL sip:a SIP/2.0',
  'BYE sip:a SIP/2.0',
  'SIP/2.0 180 Ringing',
  'SIP/2.0 200 OK',
  'SIP/2.0 486 Busy',
  'garbage',
  'Via: SIP/2.0/UDP a;branch=z9hG4bK1',
  'Via: SIP/2.0/UDP a;branch=1',
  'Via: ;;',
  'CSeq: 1 INVITE',
  'CSeq: 1 ACK',
  'CSeq: x',
  'From: a;tag=1',
  'To: b;tag=2',
  'To: b',
  'Call-ID: c',
  '',
);
const timed = fc
  .array(line, { maxLength: 8 })
  .map((lines): TimedMessage => ({ message: readMessage(`${lines.join('\r\n')}\r\n\r\n`) }));

test('no messages make it throw, and every position that it names exists', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 12 }), (all) => {
      const { messages, transactions, dialogs } = readExchange(all);
      assert.equal(messages.length, all.length);
      for (const { answers, retransmissionOf, transaction, dialog, index } of messages) {
        for (const position of [answers, retransmissionOf]) assert.ok(position === undefined || position < index);
        assert.ok(transaction === undefined || transactions[transaction]);
        assert.ok(dialog === undefined || dialogs[dialog]?.messages.includes(index));
      }
    }),
    { numRuns: 2000 },
  );
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readExchange, type TimedMessage } from '../../src/sip/exchange.ts';
import { ladderOptionsOf, messagesOfFlow, readFlow } from '../../src/sip/flow.ts';
import { type Arrow, ladderOf, type Note } from '../../src/sip/ladder.ts';
import { readMessage } from '../../src/sip/message.ts';

const flow = readFlow(readFileSync(new URL('../data/sip/flows/486.flow', import.meta.url), 'utf8'));
const ladder = ladderOf(readExchange(messagesOfFlow(flow)), ladderOptionsOf(flow));
const arrows = ladder.rows.filter((row): row is Arrow => row.is === 'arrow');
const options = (from?: string, to?: string, time?: number): TimedMessage => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(time === undefined ? {} : { time }),
  message: readMessage(
    'OPTIONS sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bKx\r\nCSeq: 4 OPTIONS\r\n\r\n',
  ),
});

test('the lanes stand in the order of the parties, with label and address', () => {
  assert.deepEqual(
    ladder.lanes.map(({ name, label, address }) => [name, label, address]),
    [
      ['alice', "Alice's phone", '192.0.2.10:5060'],
      ['proxy', 'proxy.example.com', '198.51.100.1:5060'],
      ['bob', "Bob's phone", '192.0.2.20:5060'],
    ],
  );
});

test('an arrow carries method or status, CSeq, lanes and time since the first', () => {
  const { from, to, label, cseq, time } = arrows[3] ?? ({} as Arrow);
  assert.deepEqual(
    { from, to, label, cseq, time },
    { from: 2, to: 1, label: '486 Busy Here', cseq: '1 INVITE', time: 0.021 },
  );
});

test('the messages of the flow’s own code are highlighted and no others', () => {
  assert.deepEqual(
    arrows.filter(({ isHighlighted }) => isHighlighted).map(({ label }) => label),
    ['486 Busy Here', '486 Busy Here'],
  );
});

test('a note stands between the messages where it was written, over its lanes', () => {
  const position = ladder.rows.findIndex(({ is }) => is === 'note');
  const note = ladder.rows[position] as Note;
  assert.deepEqual([note.from, note.to], [2, 2]);
  assert.equal(position, 3);
});

test('addresses of one party share its lane, and strangers get lanes of their own', () => {
  const parties = [{ name: 'a', addresses: ['192.0.2.1:5060', '192.0.2.1:5062'] }];
  const { lanes, rows } = ladderOf(readExchange([options('192.0.2.1:5062', '192.0.2.9:5060'), options()]), { parties });
  assert.deepEqual(
    lanes.map(({ name }) => name),
    ['a', '192.0.2.9:5060', 'sender unknown', 'receiver unknown'],
  );
  assert.deepEqual(
    rows.map(({ from, to }) => [from, to]),
    [
      [0, 1],
      [2, 3],
    ],
  );
});

test('retransmitted and lost messages are told apart from others', () => {
  const exchange = readExchange([{ ...options('a', 'b', 100), lost: true }, options('a', 'b', 100.5)]);
  const rows = ladderOf(exchange).rows as Arrow[];
  assert.deepEqual(
    rows.map(({ isLost, isRetransmission, time }) => [isLost, isRetransmission, time]),
    [
      [true, false, 0],
      [false, true, 0.5],
    ],
  );
});

test('a note over several parties reaches from the leftmost to the rightmost', () => {
  const notes = [{ before: 9, parties: ['b', 'a'], text: 'Timer B fires.', time: 132, isHighlighted: true }];
  const { rows } = ladderOf(readExchange([options('a', 'b', 100)]), { notes });
  assert.deepEqual(rows[1], { is: 'note', from: 0, to: 1, text: 'Timer B fires.', time: 32, isHighlighted: true });
});

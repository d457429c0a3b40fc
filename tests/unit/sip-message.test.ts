import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'sip.js/lib/core/messages/parser.js';
import { messagesOfFlow, readFlow } from '../../src/sip/flow.ts';
import {
  addressOf,
  callIdOf,
  contactsOf,
  cseqOf,
  fieldValuesOf,
  fromOf,
  toOf,
  valuesOf,
  viaListOf,
} from '../../src/sip/header-values.ts';
import { readMessage, type SipMessage, writeMessage } from '../../src/sip/message.ts';
import { readTrace } from '../../src/sip/trace.ts';

const response = [
  'SIP/2.0 486 Busy Here',
  'v: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa;received=192.0.2.9;rport=5070, SIP/2.0/TCP [2001:db8::1]:5062;branch=z9hG4bKb',
  'f: "Alice, at home" <sip:alice@example.com>;tag=1',
  't: <sip:bob@example.com;user=phone>',
  ' ;tag=2',
  'i: a@192.0.2.1',
  'CSEQ: 7 INVITE',
  'k: 100rel,replaces',
  'm: <sip:bob@192.0.2.2?Subject=a,b>;q=0.5, "x, y" <sip:c@example.org>',
  'X-Unknown: ;;,,',
  'l: 2',
  '',
  'ok',
].join('\r\n');

/** A message's meaning without the lines that its header fields stand on. */
const meaningOf = ({ fields, faults, line, ...rest }: SipMessage) => ({
  ...rest,
  fields: fields.map(({ name, canonicalName, value }) => ({ name, canonicalName, value })),
});

test('a response gives its status, its header fields under their full names, and its body', () => {
  const message = readMessage(response);
  assert.equal(message.is === 'response' && message.statusCode, 486);
  assert.equal(message.is === 'response' && message.reasonPhrase, 'Busy Here');
  assert.deepEqual(
    message.fields.slice(0, 5).map(({ canonicalName }) => canonicalName),
    ['Via', 'From', 'To', 'Call-ID', 'CSeq'],
  );
  assert.equal(message.body, 'ok');
  assert.deepEqual(message.faults, []);
});

test('joined Via values come apart, each with transport, sent-by, branch, received and rport', () => {
  const vias = viaListOf(readMessage(response)).map(({ parameters, version, ...via }) => via);
  assert.deepEqual(vias, [
    { transport: 'UDP', sentBy: '192.0.2.1', branch: 'z9hG4bKa', received: '192.0.2.9', rport: '5070' },
    { transport: 'TCP', sentBy: '[2001:db8::1]:5062', branch: 'z9hG4bKb' },
  ]);
});

test('commas inside quotes and angle brackets separate nothing', () => {
  assert.deepEqual(
    contactsOf(readMessage(response)).map(({ displayName, uri }) => [displayName, uri]),
    [
      ['', 'sip:bob@192.0.2.2?Subject=a,b'],
      ['x, y', 'sip:c@example.org'],
    ],
  );
  assert.deepEqual(valuesOf(readMessage(response), 'supported'), ['100rel', 'replaces']);
});

test('From and To give display name, URI and tag, also over folded lines', () => {
  const message = readMessage(response);
  assert.equal(fromOf(message)?.displayName, 'Alice, at home');
  assert.equal(toOf(message)?.uri, 'sip:bob@example.com;user=phone');
  assert.equal(toOf(message)?.tag, '2');
  assert.equal(message.fields.find(({ canonicalName }) => canonicalName === 'Call-ID')?.line, 6);
});

test('a header field that nobody knows stays as it is', () => {
  assert.deepEqual(fieldValuesOf(readMessage(response), 'x-unknown'), [';;,,']);
});

test('Content-Length counts bytes, not characters, and what follows the body is kept apart', () => {
  const message = readMessage('MESSAGE sip:a@example.com SIP/2.0\r\nContent-Length: 4\r\n\r\n€!more');
  assert.equal(message.body, '€!');
  assert.equal(message.rest, 'more');
});

test('a pasted message with bare line feeds has the length that it had on the wire', () => {
  const pasted = readMessage(response.replace(/\r\n/g, '\n').replace('l: 2\n\nok', 'l: 7\n\nv=0\no='));
  assert.equal(pasted.body, 'v=0\r\no=');
});

for (const [fault, line, text] of [
  ['no header field', 2, 'BYE sip:a SIP/2.0\r\nnonsense\r\n\r\n'],
  ['No empty line', 2, 'BYE sip:a SIP/2.0\r\nTo: <sip:a>'],
  ['neither a Request-Line', 1, 'HELO there\r\n\r\n'],
  ['CSeq “1 one two” is no number', 2, 'BYE sip:a SIP/2.0\r\nCSeq: 1 one two\r\n\r\n'],
  ['Content-Length says 10 bytes, but the body has 3', 3, '\r\nBYE sip:a SIP/2.0\r\nl: 10\r\n\r\nabc'],
  ['no Max-Forwards', 1, 'BYE sip:a SIP/2.0\r\nVia: SIP/2.0/UDP a;branch=z9hG4bKx\r\n\r\n'],
  ['The version in Via is SIP/3.0', 2, 'BYE sip:a SIP/2.0\r\nVia: SIP/3.0/UDP a;branch=z9hG4bKx\r\n\r\n'],
  ['Subject stands more than once', 3, 'BYE sip:a SIP/2.0\r\nSubject: x\r\ns: y\r\n\r\n'],
  ['q parameter of Contact', 3, 'BYE sip:a SIP/2.0\r\nTo: <sip:a>\r\nm: <sip:a>;q=1.5\r\n\r\n'],
] as const) {
  test(`the fault “${fault}” is reported at line ${line}`, () => {
    const { faults } = readMessage(text);
    assert.ok(
      faults.some((one) => one.line === line && one.reason.includes(fault)),
      JSON.stringify(faults),
    );
  });
}

test('Identity and User-to-User may stand several times (RFC 8224 4, RFC 7433 4.1)', () => {
  const { faults } = readMessage(
    'BYE sip:a SIP/2.0\r\nIdentity: a;info=<b>\r\ny: c;info=<d>\r\nUser-to-User: 1\r\nUser-to-User: 2\r\n\r\n',
  );
  assert.equal(faults.filter(({ reason }) => reason.includes('more than once')).length, 0);
});

const fragments = fc.constantFrom(
  'INVITE sip:a@example.com SIP/2.0',
  'SIP/2.0 200 OK',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\t',
  ':',
  ';',
  ',',
  '"',
  '<',
  '>',
  '\\',
  '=',
  'Via: SIP/2.0/UDP a',
  'To: ',
  'l: 3',
  'Content-Length: 9',
  'CSeq: 1 ACK',
  'é',
  '\ud800',
  '😀',
  '\u0000',
  'tag=',
  'branch=z9hG4bK',
  '@',
  '1e9',
);
const messy = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
);

test('no text makes reading throw, and every fault has a line of the text', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const lines = text.split('\n').length;
      for (const { line } of readMessage(text).faults) assert.ok(line >= 0 && line <= lines + 1);
      for (const via of viaListOf(readMessage(text))) assert.notEqual(via.sentBy, '');
      addressOf(readMessage(text), 'To');
    }),
    { numRuns: 2000 },
  );
});

test('what was read and written reads the same again', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const message = readMessage(text);
      assert.deepEqual(meaningOf(readMessage(writeMessage(message))), meaningOf(message));
    }),
    { numRuns: 5000 },
  );
});

const token = fc.stringMatching(/^[A-Za-z0-9.!%*_+`'~-]{1,12}$/);
const value = fc.stringMatching(/^[!-~é€]([ -~é€]{0,30}[!-~é€])?$/);

test('every header field and every byte of the body of a well-framed message is kept', () => {
  const parts = fc.record({
    method: token,
    fields: fc.array(fc.tuple(token, value)),
    body: fc.string({ unit: 'binary' }),
  });
  fc.assert(
    fc.property(parts, ({ method, fields, body }) => {
      const others = fields.filter(([name]) => !/^(?:l|content-length)$/i.test(name));
      const octets = Buffer.byteLength(body, 'utf8');
      const head = [...others, ['Content-Length', String(octets)] as const].map(
        ([name, text]) => `${name}: ${text}\r\n`,
      );
      const message = readMessage(`${method} sip:a@example.com SIP/2.0\r\n${head.join('')}\r\n${body}`);
      assert.equal(message.is === 'request' && message.method, method);
      assert.deepEqual(
        message.fields.slice(0, -1).map((field) => [field.name, field.value]),
        others,
      );
      assert.equal(message.body, body);
    }),
    { numRuns: 1000 },
  );
});

const quiet = { error() {}, warn() {}, log() {}, debug() {} };
const flows = new URL('../../content/flows/', import.meta.url);
const captures = new URL('../data/sip/captures/', import.meta.url);

function* examples(): Generator<[string, SipMessage]> {
  for (const name of readdirSync(flows).filter((file) => file.endsWith('.flow'))) {
    const flow = readFlow(readFileSync(new URL(name, flows), 'utf8'));
    for (const { message, line, expectedFaults } of messagesOfFlow(flow)) {
      if (expectedFaults.length === 0) yield [`${name}:${line}`, message];
    }
  }
  for (const name of readdirSync(captures).filter((folder) => /^\d/.test(folder))) {
    for (const file of readdirSync(new URL(`${name}/`, captures)).filter((one) => one.startsWith('trace.'))) {
      const { messages } = readTrace(readFileSync(new URL(`${name}/${file}`, captures), 'utf8'));
      for (const { message, line } of messages) yield [`${name}/${file}:${line}`, message];
    }
  }
}

test('SIP.js reads every example alike', () => {
  let compared = 0;
  for (const [where, message] of examples()) {
    // SIP.js knows no URIs but sip: and sips: there.
    const uris = [message.is === 'request' ? message.requestUri : 'sip:', fromOf(message)?.uri, toOf(message)?.uri];
    if (uris.some((uri) => !/^sips?:/i.test(uri ?? ''))) continue;
    // biome-ignore lint/suspicious/noExplicitAny: SIP.js types the logger as its own class.
    const theirs = Parser.parseMessage(writeMessage(message), quiet as any);
    assert.ok(theirs, `SIP.js does not read ${where}`);
    const start =
      message.is === 'response'
        ? [message.statusCode, message.reasonPhrase]
        : message.is === 'request'
          ? [message.method]
          : [];
    assert.deepEqual('statusCode' in theirs ? [theirs.statusCode, theirs.reasonPhrase] : [theirs.method], start, where);
    // SIP.js takes the branch of the last value where Via values are joined by commas.
    const via = fieldValuesOf(message, 'Via')[0]?.includes(',') ? { branch: theirs.viaBranch } : viaListOf(message)[0];
    assert.deepEqual(
      {
        callId: callIdOf(message),
        cseq: cseqOf(message)?.number,
        from: fromOf(message)?.tag,
        to: toOf(message)?.tag,
        branch: via?.branch,
      },
      {
        callId: theirs.callId,
        cseq: theirs.cseq,
        from: theirs.fromTag,
        to: theirs.toTag ?? undefined,
        branch: theirs.viaBranch,
      },
      where,
    );
    assert.equal(theirs.body ?? '', message.body, where);
    compared += 1;
  }
  assert.ok(compared > 100);
});

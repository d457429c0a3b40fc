import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Hash } from '../../src/sip/digest.ts';
import { messagesOfFlow, readFlow } from '../../src/sip/flow.ts';
import { faultsOfFlow } from '../../src/sip/flow-faults.ts';

const names = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;
const hash: Hash = (algorithm, text) => createHash(names[algorithm]).update(text).digest('hex');
const own = new URL('../data/sip/flows/', import.meta.url);
const published = new URL('../../content/flows/', import.meta.url);
const textOf = (code: number) => readFileSync(new URL(`${code}.flow`, own), 'utf8');
const faultsOf = (text: string) => faultsOfFlow(readFlow(text), hash);

for (const folder of [own, published]) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.flow'))) {
    test(`${folder === own ? 'tests/data' : 'content'}/…/${name} has no fault`, () => {
      assert.deepEqual(faultsOf(readFileSync(new URL(name, folder), 'utf8')), []);
    });
  }
}

test('the head gives title, codes, transport, parties and passwords', () => {
  const { title, codes, transport, parties, passwords } = readFlow(
    'title: A call\ncode: 100, 183\ntransport: tcp\n# nothing\nparty a  The phone of A  192.0.2.1:5060, [2001:db8::1]:5060\npassword a: open sesame\n',
  );
  assert.deepEqual(
    { title, codes, transport, passwords },
    { title: 'A call', codes: [100, 183], transport: 'TCP', passwords: [{ user: 'a', password: 'open sesame' }] },
  );
  assert.deepEqual(parties, [
    { name: 'a', label: 'The phone of A', addresses: ['192.0.2.1:5060', '[2001:db8::1]:5060'], line: 5 },
  ]);
});

const parties = 'title: x\ncode: 200\nparty a  A  192.0.2.1:5060\nparty b  B  192.0.2.2:5060\n';

test('a message has CRLF line ends, an empty line behind its header fields, and the flags of its line', () => {
  const [message] = messagesOfFlow(
    readFlow(`${parties}== 0.5 a -> b TCP lost highlighted\nBYE sip:b SIP/2.0\nTo: <sip:b>\n\n\n`),
  );
  assert.equal(message?.text, 'BYE sip:b SIP/2.0\r\nTo: <sip:b>\r\n\r\n');
  const { time, from, to, transport, lost, isHighlighted } = message ?? {};
  assert.deepEqual(
    { time, from, to, transport, lost, isHighlighted },
    { time: 0.5, from: 'a', to: 'b', transport: 'TCP', lost: true, isHighlighted: true },
  );
});

test('a body’s lines that look like a flow’s own are written behind a backslash', () => {
  const [message] = messagesOfFlow(
    readFlow(`${parties}== 0 a -> b\nMESSAGE sip:b SIP/2.0\n\n\\== one\n\\-- two\n\\\\three\n--four\n`),
  );
  assert.equal(message?.message.body, '== one\r\n-- two\r\n\\three\r\n--four\r\n');
});

test('marks give a header field, the reason and the citation', () => {
  const flow = readFlow(
    `${parties}== 0 a -> b\nBYE sip:b SIP/2.0\nTo: <sip:b>\n\n!! To: Who is called [RFC 3261, 20.39].\n!! Start-Line: The end of a call.\n`,
  );
  assert.deepEqual(messagesOfFlow(flow)[0]?.marks, [
    { name: 'To', reason: 'Who is called', citation: { rfc: 3261, section: '20.39' }, line: 9 },
    { name: 'Start-Line', reason: 'The end of a call.', line: 10 },
  ]);
});

test('notes give their time, their parties and whether they are what matters', () => {
  const { events } = readFlow(`${parties}-- 32 a b highlighted: Timer B fires: nobody answered.\n`);
  assert.deepEqual(events, [
    {
      is: 'note',
      time: 32,
      parties: ['a', 'b'],
      text: 'Timer B fires: nobody answered.',
      isHighlighted: true,
      line: 5,
    },
  ]);
});

for (const [text, line, reason] of [
  ['code: 200\n', 1, 'no title'],
  ['title: x\n', 1, 'no code'],
  ['title: x\ncode: 999\n', 2, 'number from 100 to 699'],
  ['title: x\ncode: 200\nparty a 192.0.2.1\n', 3, 'A party is'],
  [`${parties}party a  A  192.0.2.3:5060\n`, 5, 'is there already'],
  ['title: x\ncode: 200\npassword a secret\n', 3, 'A password is'],
  ['title: x\ncode: 200\nspeed: 3\n', 3, 'no line of a flow’s head'],
  [`${parties}== a -> b\n`, 5, 'A message begins like this'],
  [`${parties}== 0 a -> c\nBYE sip:b SIP/2.0\n`, 5, 'No party is called c'],
  [`${parties}== 0 a -> b fast\nBYE sip:b SIP/2.0\n`, 5, '“fast” is none of'],
  [`${parties}-- a: x\n`, 5, 'A note is like this'],
  [`${parties}-- 0 a: x\nBYE sip:b SIP/2.0\n`, 5, 'belongs to no message'],
  [`${parties}!! To: x\n`, 5, 'none stands before it'],
  [`${parties}== 0 a -> b\nBYE sip:b SIP/2.0\n!! To\n`, 7, 'A mark is like this'],
] as const) {
  test(`a flow’s text with a fault is answered with its line: ${reason}`, () => {
    const { faults } = readFlow(text);
    assert.ok(
      faults.some((fault) => fault.line === line && fault.reason.includes(reason)),
      JSON.stringify(faults),
    );
  });
}

/** Plants one fault in a flow without any: the nth occurrence of a text is replaced. */
function planted(code: number, [from, to, nth = 1]: readonly [string, string, number?]): string {
  const parts = textOf(code).split(from);
  assert.ok(parts.length > nth, `${code}.flow holds “${from}” fewer than ${nth} times`);
  return `${parts.slice(0, nth).join(from)}${to}${parts.slice(nth).join(from)}`;
}

for (const [code, change, reason] of [
  [486, ['CSeq: 1 INVITE', 'CSeq: 1 OPTIONS'], 'CSeq method OPTIONS differs'],
  [486, ['Content-Length: 134', 'Content-Length: 133'], 'Content-Length says 133 bytes, but the body has 134'],
  [486, ['Content-Length: 134', 'Content-Length: 135'], 'Content-Length says 135 bytes, but the body has 134'],
  [486, ['Content-Length: 0\n', ''], 'no Content-Length'],
  [486, ['Content-Type: application/sdp\n', ''], 'body but no Content-Type'],
  [486, ['t=0 0', 't=0'], 'no well-formed t= line'],
  [486, ['s=-\n', ''], 'no s= line'],
  [486, ['c=IN IP4 192.0.2.10\nt=0 0', 't=0 0\nc=IN IP4 192.0.2.10'], 'where SDP does not allow it'],
  [486, ['c=IN IP4 192.0.2.10\n', ''], 'no c= line'],
  [486, [';tag=9fxced76sl', ''], 'From has no tag'],
  [486, ['branch=z9hG4bK74b43', 'branch=74b43'], 'does not begin with z9hG4bK'],
  [401, ['Max-Forwards: 70\n', ''], 'no Max-Forwards'],
  [486, ['Contact: <sip:alice@192.0.2.10:5060>\n', ''], 'INVITE has no Contact'],
  [200, ['Contact: <sip:bob@192.0.2.20:5060>\n', '', 3], 'The 200 to INVITE has no Contact'],
  [486, ['To: <sip:bob@example.com>;tag=314159', 'To: <sip:bob@example.com>'], 'To of the 486 has no tag'],
  [486, ['Call-ID: 3848276298220188511@192.0.2.10', 'Call-ID: 1@192.0.2.10', 2], "Call-ID differs from the request's"],
  [486, ['To: <sip:bob@example.com>;tag', 'To: <sip:bo@example.com>;tag'], "To differs from the request's"],
  [486, ['branch=z9hG4bK74b43', 'branch=z9hG4bKother', 2], 'answers no request'],
  [486, ['Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK74b43\nFrom', 'From', 2], 'Via list differs'],
  [486, ['== 0.021 bob -> proxy', '== 0.021 bob -> alice'], 'must take the way back'],
  [486, ['== 0.006 proxy -> bob', '== 0.006 proxy -> bob lost'], 'nobody can answer'],
  [
    486,
    ['party proxy  proxy.example.com  198.51.100.1:5060', 'party proxy  proxy.example.com  198.51.100.9:5060'],
    'is no address of proxy',
  ],
  [486, ['transport: UDP', 'transport: TCP'], 'but the message goes over TCP'],
  [486, ['Max-Forwards: 69', 'Max-Forwards: 70'], 'must go on as 69'],
  [486, ['Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK2d4790\n', ''], 'passes the request on without a Via'],
  [
    486,
    ['branch=z9hG4bK74b43\nRecord-Route', 'branch=z9hG4bKother\nRecord-Route'],
    'received no request with the Via values',
  ],
  [
    486,
    ['Record-Route: <sip:198.51.100.1;lr>', 'Record-Route: <sip:198.51.100.9;lr>'],
    'nothing but its own URI on top',
  ],
  [
    200,
    [
      'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa2\nMax-Forwards: 69',
      'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa2\nRoute: <sip:198.51.100.1;lr>\nMax-Forwards: 69',
    ],
    'names itself; it must take it away',
  ],
  [
    486,
    [
      'branch=z9hG4bK74b43\nFrom: "Alice" <sip:alice@example.com>;tag=9fxced76sl\nTo: <sip:bob@example.com>;tag=314159',
      'branch=z9hG4bK74b43\nFrom: "Alice" <sip:alice@example.com>;tag=9fxced76sl\nTo: <sip:bob@example.com>;tag=2',
      2,
    ],
    'with another To tag',
  ],
  [486, ['Contact: <sip:alice@192.0.2.10:5060>', 'Contact: <sip:alice@192.0.2.10>', 2], 'Contact changed on the way'],
  [486, ['s=-\n', 's=x\n', 2], 'The body changed on the way through proxy'],
  [486, ['t=0 0\n', '', 1], 'no t= line'],
  [486, ['a=rtpmap:0 PCMU/8000', 't=0 0'], 'where SDP does not allow it'],
  [401, ['SIP/2.0 200 OK', 'SIP/2.0 183 Session Progress'], '183 answers an INVITE only'],
  [401, ['SIP/2.0 200 OK', 'SIP/2.0 100 Trying'], 'no 100 comes to such a request in its first 3.5 s'],
  [401, ['SIP/2.0 200 OK', 'SIP/2.0 408 Request Timeout'], 'sends a 408 to another request than INVITE'],
  [200, ['Record-Route: <sip:198.51.100.1;lr>\n', '', 3], "Record-Route does not hold the request's"],
  [200, ['Route: <sip:198.51.100.1;lr>\nContent', 'Content'], 'Route differs from the route set'],
  [200, ['BYE sip:alice@192.0.2.10:5060', 'BYE sip:alice@example.com'], 'must be the Contact of the other side'],
  [200, ['branch=z9hG4bKa2', 'branch=z9hG4bKa1'], 'it needs a new one'],
  [
    486,
    ['branch=z9hG4bK74b43\nMax-Forwards: 70', 'branch=z9hG4bKnew\nMax-Forwards: 70', 2],
    "must have the INVITE's branch",
  ],
  [486, ['ACK sip:bob@example.com', 'ACK sip:bob@192.0.2.20:5060'], "ACK's Request-URI differs"],
  [487, ['CANCEL sip:bob@example.com', 'CANCEL sip:bob@192.0.2.20'], "CANCEL's Request-URI differs"],
  [
    487,
    ['branch=z9hG4bKnashds8\nMax-Forwards', 'branch=z9hG4bKother\nMax-Forwards', 2],
    "CANCEL must have the INVITE's branch",
  ],
  [
    486,
    ['CSeq: 1 ACK\n', 'CSeq: 1 ACK\nAuthorization: Digest username="alice"\n'],
    "Authorization of the ACK is none of the INVITE's",
  ],
  [401, ['CSeq: 2 REGISTER', 'CSeq: 1 REGISTER'], 'CSeq number must be above 1'],
  [401, ['response="ce10', 'response="ce11'], 'does not verify; it should be ce10f984ab0994a369fe658d77b617a5'],
  [401, ['password bob: zanzibar', 'password bob: secret'], 'does not verify'],
  [401, ['password bob: zanzibar', 'password alice: zanzibar'], 'No password line names the user bob'],
  [401, ['nonce="ea9c', 'nonce="aaaa'], 'answers no WWW-Authenticate'],
  [401, ['uri="sip:example.com"', 'uri="sip:example.org"'], 'uri parameter of Authorization differs'],
  [486, ['sip:bob@example.com>', 'sip:bob@voip.acme.com>'], 'voip.acme.com is not meant for documentation'],
  [
    486,
    ['o=alice 2890844526 2890844526 IN IP4 192.0.2.10', 'o=alice 2890844526 2890844526 IN IP4 192.168.1.10'],
    '192.168.1.10 is not meant for documentation',
  ],
  [
    486,
    ['sip:bob@example.com SIP/2.0', 'sip:+4930901820@example.com SIP/2.0'],
    '+4930901820 is not meant for documentation',
  ],
  [
    486,
    ["party bob  Bob's phone  192.0.2.20:5060", "party bob  Bob's phone  192.0.2.20:5060, 10.0.0.1:5060"],
    '10.0.0.1:5060 is not meant',
  ],
  [486, ['== 0.021', '== 0.001'], 'Time goes back'],
  [486, ['!! Retry-After', '!! Warning'], 'no Warning to be marked'],
  [486, ['code: 486', 'code: 600'], 'No response carries the code 600'],
] as const) {
  test(`${code}.flow with “${change[1].split('\n')[0]}” is reported: ${reason}`, () => {
    const faults = faultsOf(planted(code, change));
    assert.ok(
      faults.some((fault) => fault.reason.includes(reason)),
      JSON.stringify(faults),
    );
  });
}

test('an INVITE’s final response without its ACK is reported at the response', () => {
  const text = textOf(486);
  const faults = faultsOf(text.slice(0, text.lastIndexOf('== ')));
  const line = text.slice(0, text.lastIndexOf('SIP/2.0 486')).split('\n').length;
  assert.deepEqual(faults, [{ line, reason: 'No ACK follows the 486 to the INVITE.' }]);
});

test('a CANCEL before any provisional response is reported', () => {
  const text = textOf(487);
  const without = text.replace(/== 0\.004 [\s\S]*?(?=== 0\.006)/, '').replace(/== 0\.044 [\s\S]*?(?=-- 6\.2)/, '');
  assert.ok(faultsOf(without).some(({ reason }) => reason.includes('before any provisional response')));
});

test('a fault shown on purpose is left out, and missed where the message does not show it', () => {
  const broken = planted(401, ['Max-Forwards: 70\n', '']).replace(
    'Content-Length: 0\n\n==',
    'Content-Length: 0\n?? no Max-Forwards\n\n==',
  );
  assert.deepEqual(faultsOf(broken), []);
  const whole = textOf(401).replace('Content-Length: 0\n\n==', 'Content-Length: 0\n?? no Max-Forwards\n\n==');
  assert.deepEqual(
    faultsOf(whole).map(({ reason }) => reason),
    ['The message shows no such fault: no Max-Forwards'],
  );
});

test('SHA-256 digests verify as those of MD5 do, and RFC 7616’s own example comes out', async () => {
  const { digestResponseOf, readCredentials } = await import('../../src/sip/digest.ts');
  const credentials = (algorithm: string) =>
    readCredentials(
      `Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth`,
    );
  const asked = { method: 'GET', password: 'Circle of Life', body: '' };
  assert.equal(digestResponseOf(credentials('MD5'), asked, hash), '8ca523f5e9506fed4657c9700eebdbec');
  assert.equal(
    digestResponseOf(credentials('SHA-256'), asked, hash),
    '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
  );
  assert.equal(digestResponseOf(credentials('ROT13'), asked, hash), undefined);
});

const sample = [200, 401, 486, 487].map(textOf).join('\n');

test('no text makes reading or checking a flow throw', () => {
  const pieces = fc.array(fc.tuple(fc.nat(sample.length), fc.nat(900), fc.string({ maxLength: 3 })), { maxLength: 10 });
  fc.assert(
    fc.property(pieces, (cuts) => {
      const text = cuts.map(([start, length, noise]) => sample.slice(start, start + length) + noise).join('\n');
      const lines = text.split('\n').length;
      for (const { line, reason } of faultsOf(text)) assert.ok(line >= 1 && line <= lines && reason !== '');
    }),
    { numRuns: 500 },
  );
});

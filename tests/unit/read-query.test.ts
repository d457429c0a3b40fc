import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { longestQuery, type QueryReading, readQuery } from '../../src/lib/search/read-query.ts';

/** What a query holds, and what is read from it; keys that are not given are not compared. */
const readings: [query: string, reading: Partial<QueryReading>][] = [
  ['486', { codes: [486], words: '' }],
  [' 486\n', { codes: [486] }],
  ['48', { codePrefix: '48', codes: [] }],
  ['4', { codePrefix: '4', codes: [] }],
  ['#486', { codes: [486], words: '' }],
  ['SIP486', { codes: [486] }],
  ['sip:486', { codes: [486] }],
  ['error-486', { codes: [486] }],
  ['486BusyHere', { codes: [486], words: 'BusyHere' }],
  ['300seconds', { codes: [] }],
  ['E164', { codes: [] }],
  ['ticket #486', { codes: [] }],
  ['4\u00ad8\u200b6\ufeff', { codes: [486], words: '' }],
  ['4866', { impossibleCode: '4866', codes: [] }],
  ['042', { impossibleCode: '042', codes: [] }],
  ['418', { codes: [418] }],
  ['SIP/2.0 486 Busy Here', { codes: [486], words: 'Busy Here', isMessage: true }],
  ['busy here', { codes: [], words: 'busy here', isMessage: false }],
  ['480 vs 486', { codes: [480, 486], isComparison: true }],
  ['480/486', { codes: [480, 486], isComparison: true }],
  ['difference between 403 and 603', { codes: [403, 603], isComparison: true }],
  ['4xx', { classes: [4], codes: [] }],
  ['cause=17', { causes: [17], codes: [] }],
  ['Q.850;cause=34', { causes: [34] }],
  ['cause code 127', { causes: [127] }],
  ['ISUP 17', { causes: [17], codes: [] }],
  ['hangup 21', { causes: [21], codes: [] }],
  ['hangup 486', { causes: [], codes: [486] }],
  ['hangup after 32 seconds', { causes: [], codes: [] }],
  ['I-SUP errors 34 or 38', { causes: [34], codes: [] }],
  ['what is 17 in q850', { causes: [17], codes: [] }],
  ['disconnect cause 0x91', { causes: [17], codes: [] }],
  ['status code 0x486', { codes: [486] }],
  ["ERROR: tm [t_reply.c:479]: _reply_light(): can't generate 487 reply", { codes: [487] }],
  ['chan_sip.c:486 retransmit_pkt: Maximum retries exceeded', { codes: [] }],
  ['retransmission timeout for seqno 102 (Critical Request)', { codes: [] }],
  ['extension 101 unreachable', { codes: [] }],
  ['112 emergency call rejected', { codes: [] }],
  ['emergency number 911', { codes: [] }],
  ['Geolocation-Error: 300', { codes: [] }],
  ['hangup 32 s', { causes: [], codes: [] }],
  ['Reason: SIP;cause=603;text="Declined"', { codes: [603], causes: [] }],
  ['Reason: Q.850;cause=16', { causes: [16], codes: [] }],
  ['Warning: 399 proxy "x"', { warnCodes: [399], codes: [] }],
  ['RFC 4028', { references: [{ rfc: 4028 }], codes: [] }],
  ['RFC 3261 21.4.18', { references: [{ rfc: 3261, section: '21.4.18' }] }],
  ['21.4.18', { references: [{ section: '21.4.18' }], codes: [] }],
  ['rings for 180 seconds', { codes: [] }],
  ['10.0.0.486 port 5060', { codes: [] }],
  ['sip:486@example.com', { codes: [] }],
];

describe('a query', () => {
  for (const [query, expected] of readings) {
    test(`“${query.replaceAll('\n', '⏎')}” is read as ${JSON.stringify(expected)}`, () => {
      const reading = readQuery(query);
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(reading[key as keyof QueryReading], value, key);
    });
  }

  test('that is a pasted message speaks by its last final response that is no challenge', () => {
    const message = [
      'SIP/2.0 100 Trying',
      '',
      'SIP/2.0 407 Proxy Authentication Required',
      '',
      'SIP/2.0 503 Service Unavailable',
      'CSeq: 102 INVITE',
      'Content-Length: 404',
      '',
    ].join('\r\n');
    const { codes, isMessage } = readQuery(message);
    assert.equal(isMessage, true);
    assert.equal(codes[0], 503);
    assert.ok(!codes.includes(404) && !codes.includes(102));
  });

  test('longer than the limit is cut, and says so', () => {
    assert.equal(readQuery('x'.repeat(longestQuery)).isCut, false);
    const { isCut, text } = readQuery(`486 ${'x '.repeat(100_000)}`);
    assert.equal(isCut, true);
    assert.ok(text.length <= longestQuery);
  });

  test('of any content is read without an error, and stays well-formed', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'SIP/2.0 ',
            '486',
            '\u0000',
            '\ud83d',
            '\udcde',
            '\u202e',
            'Reason:',
            ';cause=',
            '\r\n',
            '<b>',
            'RFC ',
            '.',
            ' ',
          ),
        )
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(noise, (query) => {
        const reading = readQuery(query);
        assert.ok(reading.text.isWellFormed());
        assert.ok(reading.codes.every((code) => code >= 100 && code <= 999));
        assert.ok(reading.causes.every((cause) => cause >= 0 && cause <= 127));
      }),
    );
  });
});

test('a trace pasted in any format that tools write leads with its final response', () => {
  const folder = 'tests/data/sip/captures';
  const traces = readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => /trace\.[^/\\]*$/.test(path));
  assert.ok(traces.length > 10);
  for (const path of traces) {
    const text = readFileSync(path, 'utf8');
    const finals = [...text.slice(0, longestQuery).matchAll(/SIP\/2\.0 ([2-6]\d\d)/g)].map(([, code]) => Number(code));
    if (finals.length > 0) assert.ok(finals.includes(readQuery(text).codes[0] ?? 0), path);
  }
});

test('rows of Wireshark’s list of packets give their status, not the lengths of the packets', () => {
  const rows = [
    '    1   0.000000  192.0.2.21 → 192.0.2.10  SIP/SDP 535 Request: INVITE sip:bob@example.com | ',
    '    2   0.000454  192.0.2.10 → 192.0.2.21  SIP 477 Status: 407 Proxy Authentication Required | ',
    '    3   0.000577  192.0.2.21 → 192.0.2.10  SIP 354 Request: ACK sip:bob@example.com | ',
    '    4   0.002570  192.0.2.10 → 192.0.2.21  SIP/SDP 486 Status: 403 Forbidden | ',
  ];
  assert.deepEqual(readQuery(rows.join('\n')).codes, [403, 407]);
  assert.deepEqual(readQuery(rows[1] ?? '').codes, [407]);
});

test('a drawn exchange leads with its last final response, and one line with an arrow says what becomes what', () => {
  const drawn = [
    'A --INVITE (SDP)--> B',
    'A <--302 Moved Temporarily-- B',
    'A --INVITE--> C',
    'A <--100 Trying-- C',
    'A <--505 Version Not Supported-- C',
  ];
  assert.deepEqual(readQuery(drawn.join('\n')).codes, [505, 302, 100]);
  assert.deepEqual(readQuery('404 -> 484 Address Incomplete').codes, [404, 484]);
});

test('a constant that holds a code names it, and longer numbers are none', () => {
  assert.deepEqual(readQuery('IPEC_SIPReasonStatus493Undecipherable').codes, [493]);
  assert.deepEqual(readQuery('SIP_404_NOT_FOUND').codes, [404]);
  assert.deepEqual(readQuery('sip5060 SIPStatus4860').codes, []);
});

test('a trace with two codes that are often compared asks for no comparison', () => {
  const trace =
    'SIP/2.0 401 Unauthorized\nTo: <sip:a@example.com>\n\nSIP/2.0 403 Forbidden\nFrom: <sip:a@example.com>\n';
  assert.equal(readQuery(trace).isComparison, false);
});

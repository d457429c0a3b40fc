import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addressesOf, addressOf, contactsOf, cseqOf, viaListOf } from '../../src/sip/header-values.ts';
import { readMessage, type SipMessage, writeMessage } from '../../src/sip/message.ts';

interface TortureCase {
  name: string;
  section: string;
  layer: string;
  verdict: 'valid' | 'invalid';
  why: string;
  faults?: string[];
}

const folder = new URL('../data/sip/torture/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('verdicts.json', folder), 'utf8')) as TortureCase[];

/** The bytes of RFC 4475's archive; one character for each byte, since mpart01 is no UTF-8. */
const read = (name: string): SipMessage =>
  readMessage(readFileSync(new URL(`${name}.sip`, folder), 'latin1'), { oneByteCharacters: true });

for (const { name, section, layer, verdict, why, faults = [] } of cases) {
  test(`RFC 4475 ${section} ${name} reads as ${verdict} (${layer}): ${why}`, () => {
    const message = read(name);
    const reasons = message.faults.map(({ reason }) => reason);
    if (verdict === 'valid') assert.deepEqual(reasons, []);
    else assert.ok(faults.length > 0);
    for (const fault of faults) {
      assert.ok(
        reasons.some((reason) => reason.includes(fault)),
        `“${fault}” is not among: ${reasons.join(' ')}`,
      );
    }
    const again = readMessage(writeMessage(message), { oneByteCharacters: true });
    assert.deepEqual(again.fields.map(withoutLine), message.fields.map(withoutLine));
    assert.equal(again.body, message.body);
    const unended = 'No empty line ends the header fields.';
    assert.deepEqual(
      again.faults.map(({ reason }) => reason),
      reasons.filter((reason) => reason !== unended),
    );
  });
}

const withoutLine = ({ name, value }: { name: string; value: string }) => ({ name, value });

test('every message of RFC 4475 has a verdict', () => assert.equal(cases.length, 49));

test('the short tortuous INVITE gives its folded values', () => {
  const message = read('wsinv');
  assert.deepEqual(cseqOf(message), { number: 9, method: 'INVITE' });
  assert.deepEqual(
    viaListOf(message).map(({ transport, sentBy, branch }) => `${transport} ${sentBy} ${branch}`),
    ['UDP 192.0.2.2 390skdjuw', 'TCP spindle.example.com z9hG4bK9ikj8', 'UDP 192.168.255.111 z9hG4bK30239'],
  );
  assert.equal(addressOf(message, 'From')?.displayName, 'J Rosenberg \\"');
  assert.equal(addressOf(message, 'To')?.tag, '1918181833n');
  assert.equal(contactsOf(message)[0]?.parameters.get('q'), '0.33');
  assert.equal(addressesOf(message, 'Route')[0]?.uri, 'sip:services.example.com;lr;unknownwith=value;unknown-no-value');
});

test('two of three contact-like header fields are contacts where a name holds a percent sign', () => {
  assert.deepEqual(
    contactsOf(read('esc02')).map(({ uri }) => uri),
    ['sip:alias1@host1.example.com', 'sip:alias3@host3.example.com'],
  );
});

test('the bytes behind a datagram’s body stay apart from the message', () => {
  const message = read('dblreq');
  assert.equal(message.body, '');
  assert.match(message.rest, /^\s*INVITE sip:joe@example\.com/);
});

test('the binary body keeps all of its bytes', () => assert.equal(read('mpart01').body.length, 553));

test('a parameter belongs to the contact outside the brackets, to the URI inside', () => {
  assert.equal(contactsOf(read('cparam01'))[0]?.uri, 'sip:+19725552222@gw1.example.net');
  assert.ok(contactsOf(read('cparam01'))[0]?.parameters.has('unknownparam'));
  assert.equal(contactsOf(read('cparam02'))[0]?.uri, 'sip:+19725552222@gw1.example.net;unknownparam');
});

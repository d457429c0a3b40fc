import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readJson } from '../support/built-site.ts';
import { registry, registryFaultsOf } from '../support/registry.ts';

const published = readJson<{ code: number; reasonPhrase: string; registration: string }[]>('dist/codes.json');

test('the pinned registry is the one of 2026-01-07, with 75 codes', () => {
  const source = readJson<Record<string, string>>('tests/data/iana-response-codes.json');
  assert.equal(source['lastUpdated'], '2026-01-07');
  assert.equal(source['address'], 'https://www.iana.org/assignments/sip-parameters/');
  assert.equal(registry.length, 75);
});

test('every registered code is published with its registered phrase', () => {
  assert.deepEqual(registryFaultsOf(published), []);
});

describe('the comparison with the registry names file, field, what is wrong and what to do for', () => {
  const without = published.filter(({ code }) => code !== 486);
  const changed = (change: object) => [
    ...without,
    { code: 486, reasonPhrase: 'Busy Here', registration: 'registered', ...change },
  ];

  test('a registered code without a page', () => {
    assert.deepEqual(registryFaultsOf(without), [
      'content/codes/486.mdx: file: is missing, and 486 Busy Here is registered with IANA; add it.',
    ]);
  });

  test('a phrase that differs', () => {
    assert.deepEqual(registryFaultsOf(changed({ reasonPhrase: 'Busy' })), [
      'content/codes/486.mdx: reasonPhrase: is “Busy”, but registered is “Busy Here”; write that.',
    ]);
  });

  test('a registration that differs', () => {
    assert.deepEqual(registryFaultsOf(changed({ registration: 'deprecated' })), [
      'content/codes/486.mdx: registration: is “deprecated”, but in the registry it is registered; write that.',
    ]);
  });

  test('a code that is said to be registered and is not', () => {
    const [fault] = registryFaultsOf([...published, { code: 418, reasonPhrase: 'Teapot', registration: 'registered' }]);
    assert.equal(
      fault,
      'content/codes/418.mdx: registration: says 418 is registered, but IANA has no such code; write unregistered.',
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { addressesOf, readJson } from '../support/built-site.ts';

type Json = Record<string, unknown>;
const codes = readJson<Json[]>('dist/codes.json');

const isString = (value: unknown): boolean => typeof value === 'string' && value !== '' && value === value.trim();
const isCode = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 699;
const isCause = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 127;
const isOneOf =
  (...words: string[]) =>
  (value: unknown): boolean =>
    words.includes(value as string);
const isListOf =
  (isItem: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isItem);
const isNullOr =
  (isIt: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || isIt(value);
const hasCitation = (value: Json): boolean =>
  Number.isInteger(value['rfc']) &&
  /^(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)*)$/.test(String(value['section'])) &&
  typeof value['section'] === 'string';
const isCited =
  (shape: Record<string, (value: unknown) => boolean> = {}) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    hasCitation(value as Json) &&
    Object.entries(shape).every(([key, isIt]) => isIt((value as Json)[key]));

/** The public contract: every key of a code in /codes.json, and what it holds. */
const contract: Record<string, (value: unknown) => boolean> = {
  code: isCode,
  class: isOneOf('1xx', '2xx', '3xx', '4xx', '5xx', '6xx'),
  reasonPhrase: isString,
  otherPhrases: isListOf(isString),
  summary: (value) => isString(value) && String(value).length <= 160,
  registration: isOneOf('registered', 'deprecated', 'unregistered'),
  definedIn: isListOf(isCited()),
  history: isListOf(isCited({ change: isString })),
  methods: (value) =>
    value === 'any' ||
    (isListOf((method) => /^[A-Z]+$/.test(String(method)))(value) && (value as unknown[]).length > 0),
  sentBy: (value) => isListOf(isString)(value) && (value as unknown[]).length > 0,
  headerFields: isListOf(
    isCited({
      name: isString,
      presence: isOneOf('required', 'recommended', 'optional', 'conditional'),
      purpose: isString,
    }),
  ),
  retry: isCited({
    when: isOneOf('no', 'after-change', 'after-delay', 'elsewhere', 'not-applicable'),
    advice: isString,
  }),
  dialogEffect: isOneOf(
    'transaction',
    'usage',
    'dialog',
    'depends',
    'creates-early',
    'ends-early',
    'confirms',
    'none',
    'redirects',
  ),
  dialogNote: isNullOr(isString),
  forking: isCited({ effect: isString }),
  isup: (value) => {
    const { toCause, fromCauses, note } = value as Json;
    return isNullOr(isCause)(toCause) && isListOf(isCause)(fromCauses) && isNullOr(isString)(note);
  },
  lookalikes: isListOf((value) => isCode((value as Json)['code']) && isString((value as Json)['difference'])),
  aliases: isListOf(isString),
};

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* stringsIn(item);
}

describe('/codes.json', () => {
  for (const [key, isRight] of Object.entries(contract)) {
    test(`has ${key} as promised for every code`, () => {
      const wrong = codes.filter((record) => !(key in record) || !isRight(record[key]));
      assert.deepEqual(
        wrong.map((record) => ({ code: record['code'], [key]: record[key] })),
        [],
      );
    });
  }

  test('lists the codes in ascending order, each once, each with its class and its page', () => {
    const numbers = codes.map((record) => Number(record['code']));
    assert.deepEqual(
      numbers,
      [...new Set(numbers)].sort((a, b) => a - b),
    );
    for (const record of codes) {
      assert.equal(record['class'], `${String(record['code'])[0]}xx`);
      assert.match(String(record['url']), new RegExp(`/codes/${record['code']}/$`));
    }
    assert.deepEqual(
      numbers.map((code) => `codes/${code}/`),
      addressesOf('dist').filter((address) => /^codes\/\d+\/$/.test(address)),
    );
  });

  test('names only codes that it holds as look-alikes', () => {
    const known = new Set(codes.map((record) => record['code']));
    const named = codes.flatMap((record) => (record['lookalikes'] as Json[]).map((lookalike) => lookalike['code']));
    assert.deepEqual(
      named.filter((code) => !known.has(code)),
      [],
    );
  });

  test('cites a definition for every code that a registry has', () => {
    const uncited = codes.filter(
      (record) => record['registration'] !== 'unregistered' && (record['definedIn'] as unknown[]).length === 0,
    );
    assert.deepEqual(
      uncited.map((record) => record['code']),
      [],
    );
  });

  test('holds plain text: no reference in brackets is left', () => {
    assert.deepEqual(
      [...stringsIn(codes)].filter((text) => /\[(?:RFC \d|\d{3}\])/.test(text)),
      [],
    );
  });

  test('tells a wrong record from a right one', () => {
    const [record = {}] = codes;
    const wrong: [string, unknown][] = [
      ['code', '486'],
      ['class', '7xx'],
      ['summary', 'x'.repeat(161)],
      ['definedIn', [{ rfc: 3261 }]],
      ['methods', []],
      ['isup', { toCause: 128, fromCauses: [], note: null }],
      ['lookalikes', [{ code: 4866 }]],
    ];
    for (const [key, value] of wrong) assert.equal(contract[key]?.({ ...record, [key]: value }[key]), false, key);
  });
});

describe('/codes/486.json', () => {
  test('and its like agree with /codes.json', () => {
    for (const record of codes) {
      const path = `dist/codes/${record['code']}.json`;
      assert.ok(existsSync(path), `${path} is missing`);
      const full = readJson<Json>(path);
      assert.deepEqual(Object.fromEntries(Object.keys(record).map((key) => [key, full[key]])), record);
    }
  });

  test('has the causes that fill the page, each with its proof and its fixes', () => {
    const causes = readJson<{ causes: Json[] }>('dist/codes/486.json').causes;
    assert.ok(causes.length >= 2);
    for (const { cause, proof, fixes } of causes) {
      assert.ok(isString(cause) && isString(proof));
      for (const { by, fix } of fixes as Json[])
        assert.ok(isOneOf('caller', 'callee', 'in between')(by) && isString(fix));
    }
  });
});

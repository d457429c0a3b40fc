/** Reads the built data as others do: against its schemas, its documentation and the pages. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assertWellFormed, csvRowsOf } from '../support/data-formats.ts';

type Json = Record<string, unknown>;

const read = (path: string) => readFileSync(join('dist', path), 'utf8');
const readJson = <Value = Json>(path: string) => JSON.parse(read(path)) as Value;
const codes = readJson<Json[]>('codes.json');
const causes = readJson<Json[]>('causes.json');
const numbers = codes.map(({ code }) => Number(code));
const pages = readdirSync('dist', { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'));
const addressOf = (text: string) => text.match(/<link rel="canonical" href="([^"]+)"/)?.[1];
const home = addressOf(read('index.html')) ?? '';
const fileOf = (address: string) =>
  address
    .slice(home.length)
    .replace(/#.*$/, '')
    .replace(/(^|\/)$/, '$1index.html');

const parts = (schema: Json): Json[] => [
  schema,
  ...Object.values(schema).flatMap((value) =>
    value !== null && typeof value === 'object' ? parts(value as Json) : [],
  ),
];

/** The schema as it is, or one that allows nothing that it doesn't describe. */
function validatorOf(path: string, allowsMore: boolean) {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const schema = readJson(path);
  if (!allowsMore) for (const part of parts(schema)) if (part.type === 'object') part.additionalProperties = false;
  const validate = ajv.compile(schema);
  return (entry: unknown, name: string) => assert.ok(validate(entry), `${name}: ${ajv.errorsText(validate.errors)}`);
}

for (const allowsMore of [true, false]) {
  test(`the data validates against its schemas${allowsMore ? '' : ', and has no key that they don’t describe'}`, () => {
    const [code, inFull, cause] = ['code', 'code-in-full', 'cause'].map((name) =>
      validatorOf(`schema/${name}.v1.json`, allowsMore),
    );
    for (const entry of codes) code?.(entry, `codes.json ${entry.code}`);
    for (const number of numbers) inFull?.(readJson(`codes/${number}.json`), `codes/${number}.json`);
    for (const entry of causes) cause?.(entry, `causes.json ${entry.cause}`);
  });
}

test('no text in the data is empty', () => {
  for (const path of ['codes.json', 'causes.json', ...numbers.map((number) => `codes/${number}.json`)]) {
    assert.doesNotMatch(read(path), /[:,[]""/, path);
  }
});

test('a schema refuses what it should', () => {
  const wrongs = [
    { code: 99 },
    { code: '486' },
    { class: '7xx' },
    { registration: 'official' },
    { url: 'codes/486' },
    { definedIn: [{ rfc: 3261 }] },
  ];
  const ajv = new Ajv2020({ strict: false, formats: { uri: (text: string) => URL.canParse(text) } });
  const validate = ajv.compile(readJson('schema/code.v1.json'));
  for (const wrong of wrongs) assert.equal(validate({ ...codes[0], ...wrong }), false, JSON.stringify(wrong));
  for (const key of Object.keys(codes[0] ?? {})) assert.equal(validate({ ...codes[0], [key]: undefined }), false, key);
});

test('every key of every schema has a description', () => {
  for (const name of ['code', 'code-in-full', 'cause']) {
    const schema = readJson(`schema/${name}.v1.json`);
    assert.equal(schema.$id, `${home}schema/${name}.v1.json`);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    for (const { properties } of parts(schema)) {
      for (const [key, value] of Object.entries((properties ?? {}) as Record<string, Json>)) {
        assert.ok(value.description ?? value.$ref, `${name}: ${key}`);
      }
    }
  }
});

test('the table has the codes in order, each with the values of codes.json', () => {
  const text = read('codes.csv');
  const [header = [], ...rows] = csvRowsOf(text);
  assert.ok(!/[^\r]\n/.test(text), 'every row ends with CRLF');
  assert.deepEqual(
    rows.map(([code]) => Number(code)),
    numbers,
  );
  for (const [place, row] of rows.entries()) {
    assert.equal(row.length, header.length);
    for (const key of ['class', 'reasonPhrase', 'summary', 'registration', 'dialogEffect', 'url']) {
      assert.equal(row[header.indexOf(key)]?.replace(/^'(?=[=+\-@])/, ''), codes[place]?.[key], `${key} of ${row[0]}`);
    }
    for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  }
});

test('the sitemap has every page that may be listed, and nothing else', () => {
  const addresses = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  const listed = pages.filter(
    (path) => path.endsWith('index.html') && !/<meta name="robots" content="noindex"/.test(read(path)),
  );
  assert.deepEqual([...addresses].sort(), listed.map((path) => addressOf(read(path))).sort());
});

test('XML files are well formed', () => {
  for (const path of ['sitemap.xml', 'opensearch.xml', 'feed.xml']) assertWellFormed(read(path));
});

test('a code as Markdown has the sections of its page, and its links lead somewhere', () => {
  for (const code of numbers) {
    const markdown = read(`codes/${code}.md`).replace(/^( *)(`{3,})[\s\S]*?^ *\2$/gm, '');
    const page = read(`codes/${code}/index.html`);
    const headings = [...page.matchAll(/<h2[^>]*>\s*(?:<a[^>]*>)?([^<]+)/g)].map(([, heading]) => heading?.trim());
    assert.ok(headings.length > 3);
    assert.deepEqual(
      [...markdown.matchAll(/^## (.+)$/gm)]
        .map(([, heading]) => heading)
        .filter((heading) => heading !== 'At a glance'),
      headings.filter((heading) => heading !== 'On this page'),
      `codes/${code}.md`,
    );
    assert.doesNotMatch(markdown, /\[\d{3}\](?!\()|\[RFC \d+, |\{\/\*|undefined|NaN/);
    for (const [, address = ''] of markdown.matchAll(/\]\(([^)]+)\)/g)) {
      if (address.startsWith(home))
        assert.ok(existsSync(join('dist', fileOf(address))), `codes/${code}.md leads to ${address}`);
      else assert.match(address, /^https?:\/\//);
    }
  }
});

test('llms.txt names every code, and all that it links to is there', () => {
  const addresses = [...read('llms.txt').matchAll(/^- \[.*?\]\((http[^)]+)\)/gm)].map(([, address = '']) => address);
  for (const code of numbers) assert.ok(addresses.includes(`${home}codes/${code}.md`), `${code}`);
  for (const address of addresses) assert.ok(existsSync(join('dist', fileOf(address))), address);
  for (const code of numbers) assert.match(read('llms-full.txt'), new RegExp(`^# SIP/2\\.0 ${code} `, 'm'));
});

test('a code’s page tells machines its term, and where its data, its Markdown, the feed and the search are', () => {
  for (const entry of codes) {
    const page = read(`codes/${entry.code}/index.html`);
    const [, json = ''] = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/) ?? [];
    const term = JSON.parse(json) as Json;
    assert.deepEqual([term['@type'], term.termCode, term.url], ['DefinedTerm', String(entry.code), entry.url]);
    const alternates = [...page.matchAll(/<link rel="(?:alternate|search)"[^>]*? href="([^"]+)"/g)].map(
      ([, href = '']) => new URL(href, home).href,
    );
    const files = ['opensearch.xml', 'feed.xml', `codes/${entry.code}.json`, `codes/${entry.code}.md`];
    assert.deepEqual(alternates.sort(), files.map((path) => `${home}${path}`).sort());
    for (const path of files) assert.ok(existsSync(join('dist', path)), path);
  }
});

test('the documentation links every data file that it names', () => {
  const page = read('about/data/index.html');
  for (const path of [
    'codes.json',
    'codes.csv',
    'causes.json',
    'schema/code.v1.json',
    'feed.xml',
    'llms.txt',
    'llms-full.txt',
    'sitemap.xml',
    'opensearch.xml',
  ]) {
    assert.match(page, new RegExp(`href="[^"]*/${path.replaceAll('.', '\\.')}"`));
  }
});

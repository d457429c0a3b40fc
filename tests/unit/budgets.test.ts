import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesOf, pagesOf, wholeReference } from '../support/built-site.ts';

/** Bytes in brotli at its best quality, as a host sends files that are compressed once. */
const brotliBytesOf = (content: string | Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const bytesOfFiles = (pattern: RegExp): number => {
  const files = filesOf('dist').filter((file) => pattern.test(file));
  assert.ok(files.length > 0, `dist/ holds no file like ${pattern}`);
  return files.reduce((sum, file) => sum + brotliBytesOf(readFileSync(`dist/${file}`)), 0);
};

const codePages = pagesOf('dist').filter(({ address }) => /^codes\/\d{3}\/$/.test(address));
const weights = codePages
  .map(({ address, html }) => ({ address, bytes: brotliBytesOf(html) }))
  .sort((a, b) => b.bytes - a.bytes);

test('the median code page has at most 14,600 bytes in brotli, the first window of TCP', () => {
  const median = weights[Math.floor(weights.length / 2)]?.bytes ?? Number.POSITIVE_INFINITY;
  assert.ok(median <= 14_600, `the median is ${median} bytes`);
});

test('the heaviest code page has at most 24,000 bytes in brotli', () => {
  const tooHeavy = weights.filter(({ bytes }) => bytes > 24_000);
  assert.deepEqual(tooHeavy, []);
});

test('no page loads anything before its first paint but itself', () => {
  const blocking = pagesOf('dist').flatMap(({ address, html }) =>
    [
      ...html.matchAll(
        /<link\b[^>]*rel="?(?:stylesheet|preload|modulepreload)"?[^>]*>|<script\b(?![^>]*\b(?:type="module"|defer\b|async\b))[^>]*\bsrc=[^>]*>|@import|@font-face/g,
      ),
    ].map(([tag]) => `/${address}: ${tag}`),
  );
  assert.deepEqual(blocking, []);
});

test('at most 2 KB of script in brotli comes before the reader asks for something', () => {
  for (const { address, html } of pagesOf('dist').filter((page) => page.address !== wholeReference)) {
    const inline = [...html.matchAll(/<script\b(?![^>]*\b(?:src=|type="application\/))[^>]*>([\s\S]*?)<\/script>/g)]
      .map(([, script]) => script)
      .join('');
    const files = new Set(
      [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(
        ([, source]) => source?.replace(/^.*\/assets\//, 'assets/') ?? '',
      ),
    );
    const imported = new Set([...files].flatMap((file) => [file, ...importsOf(file)]));
    const bytes =
      (inline === '' ? 0 : brotliBytesOf(inline)) +
      [...imported].reduce((sum, file) => sum + brotliBytesOf(readFileSync(`dist/${file}`)), 0);
    assert.ok(bytes <= 2048, `/${address} loads ${bytes} bytes: ${[...imported].join(', ')}`);
  }
});

/** The files that a script imports at once, not when wanted. */
function importsOf(file: string): string[] {
  const direct = [...readFileSync(`dist/${file}`, 'utf8').matchAll(/\b(?:import|from)\s*["']\.\/([^"']+)["']/g)].map(
    ([, name]) => `assets/${name}`,
  );
  return direct.flatMap((name) => [name, ...importsOf(name)]);
}

test('the one file of everything has at most 400 KB in brotli', () => {
  const bytes = brotliBytesOf(readFileSync(`dist/${wholeReference}`));
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});

test('the first answer to a typed code takes at most 30 KB in brotli: its index and the script of search', () => {
  const script = filesOf('dist').filter((file) => /^assets\/search-box.*\.js$/.test(file));
  const needed = new Set([...script, ...script.flatMap(importsOf)]);
  assert.ok(needed.size > 0);
  const bytes = [...needed].reduce(
    (sum, file) => sum + brotliBytesOf(readFileSync(`dist/${file}`)),
    bytesOfFiles(/^search-index\/codes\.json$/),
  );
  assert.ok(bytes <= 30_000, `${bytes} bytes`);
});

/** What nginx and Caddy do besides, where the other hosts have their own ways, and a release for them to serve. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { precompress } from '../src/build/precompress.ts';
import { ask } from './hosting-request.ts';
import { type Host, typeOf } from './hosting-rules.ts';

/** Runs a script of deploy/ and returns what it said. */
export const deploy = (
  script: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string =>
  execFileSync('sh', [fileURLToPath(new URL(`../deploy/${script}`, import.meta.url)), ...parameters], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: 'pipe',
  });

const compressed = ['index.html', 'codes/486/index.html', '404.html', 'codes.json', 'flows/486.txt', 'favicon.svg'];

/** A copy of dist/ with some compressed copies and a file of every type that the configurations name, and a folder where it is the release "first". */
export async function installDist(): Promise<{ folder: string; site: string; releases: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
  const site = join(folder, 'site');
  const releases = join(folder, 'releases-of-site');
  cpSync('dist', site, { recursive: true, preserveTimestamps: true });
  mkdirSync(join(site, 'types'));
  for (const extension of Object.keys(typeOf)) writeFileSync(join(site, `types/file${extension}`), '');
  await precompress(site, compressed);
  deploy('install-release.sh', [site, releases], { RELEASE: 'first' });
  return { folder, site, releases };
}

/** Registers the tests that both servers of one's own pass. */
export function testOwnServer({ site, origin }: Host): void {
  const plain = (path: string) => readFileSync(join(site, path));
  const accepting = (encodings: string) => ({ headers: { 'Accept-Encoding': encodings } });
  const addressOf = (path: string) => `/${path.replace(/index\.html$/, '')}`;

  for (const path of compressed.filter((file) => file !== '404.html')) {
    test(`${addressOf(path)} comes as the reader's browser takes it`, async () => {
      const brotli = await ask(origin(), addressOf(path), accepting('gzip, deflate, br, zstd'));
      assert.equal(brotli.headers['content-encoding'], 'br');
      assert.deepEqual(brotliDecompressSync(brotli.body), plain(path));
      const zipped = await ask(origin(), addressOf(path), accepting('gzip, deflate'));
      assert.equal(zipped.headers['content-encoding'], 'gzip');
      assert.deepEqual(gunzipSync(zipped.body), plain(path));
      const identity = await ask(origin(), addressOf(path));
      assert.equal(identity.headers['content-encoding'], undefined);
      assert.deepEqual(identity.body, plain(path));
      for (const { headers } of [brotli, zipped, identity]) {
        assert.equal(headers['vary'], 'Accept-Encoding');
        assert.equal(headers['content-type'], identity.headers['content-type']);
      }
      const tags = [brotli, zipped, identity].map(({ headers }) => headers['etag']);
      assert.equal(new Set(tags).size, 3, `Each form needs a tag of its own: ${tags.join(' ')}`);
      const again = await ask(origin(), addressOf(path), {
        headers: { 'Accept-Encoding': 'br', 'If-None-Match': brotli.headers['etag'] ?? '' },
      });
      assert.equal(again.status, 304);
    });
  }

  test('nothing is compressed while a reader waits', async () => {
    const { headers } = await ask(origin(), '/about/', accepting('gzip, br'));
    assert.equal(headers['content-encoding'], undefined);
  });

  test('a reader behind a proxy gets the compressed copy too', async () => {
    const { headers } = await ask(origin(), '/codes/486/', {
      headers: { 'Accept-Encoding': 'gzip', Via: '1.1 proxy.example.org' },
    });
    assert.equal(headers['content-encoding'], 'gzip');
  });

  test('an encoding that the reader refuses is not sent', async () => {
    const { headers } = await ask(origin(), '/codes/486/', accepting('br;q=0, gzip'));
    assert.equal(headers['content-encoding'], 'gzip');
  });

  test('the page for a missing address comes compressed too, with its status', async () => {
    const { status, headers, body } = await ask(origin(), '/nothing', accepting('br'));
    assert.equal(status, 404);
    assert.equal(headers['content-encoding'], 'br');
    assert.deepEqual(brotliDecompressSync(body), plain('404.html'));
    assert.equal(headers['vary'], 'Accept-Encoding');
    assert.equal((await ask(origin(), '/nothing')).headers['vary'], 'Accept-Encoding');
  });

  test('a reader who has the page for missing addresses still hears that this one is missing', async () => {
    const first = await ask(origin(), '/nothing');
    const again = await ask(origin(), '/nothing', { headers: { 'If-None-Match': first.headers['etag'] ?? '"x"' } });
    assert.equal(again.status, 404);
  });

  for (const path of [
    '/_headers',
    '/_redirects',
    '/_hosting/nginx.conf',
    '/codes/486/index.html.br',
    '/codes.json.gz',
    '/.git/config',
  ]) {
    test(`${path} is nobody's to read`, async () => {
      assert.equal((await ask(origin(), path)).status, 404);
    });
  }

  test('an address that no file can have is the reader’s mistake, not an error of the server', async () => {
    for (const path of [
      `/${'a'.repeat(300)}`,
      `/${'a'.repeat(9000)}`,
      `/${'a/'.repeat(1500)}`,
      '/codes.json%00',
      '/%',
    ]) {
      const { status } = await ask(origin(), path);
      assert.ok([400, 404, 414].includes(status), `${path.slice(0, 20)} ${status}`);
    }
  });

  test("other sites' pages can't read pages, and learn nothing of a missing file", async () => {
    for (const path of ['/codes/486/', '/codes/999.json']) {
      assert.equal((await ask(origin(), path)).headers['access-control-allow-origin'], undefined);
    }
  });

  test('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      assert.equal((await ask(origin(), '/codes/486/', { method })).status, 405, method);
    }
  });

  test('HEAD says what GET would', async () => {
    const head = await ask(origin(), '/codes/486/', { method: 'HEAD' });
    const get = await ask(origin(), '/codes/486/');
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'vary']) {
      assert.equal(head.headers[name], get.headers[name], name);
    }
  });

  test('the server tells no version of itself', async () => {
    for (const path of ['/', '/nothing']) {
      assert.doesNotMatch((await ask(origin(), path)).headers['server'] ?? '', /\d/);
    }
  });
}

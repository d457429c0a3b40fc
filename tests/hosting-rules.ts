/** What a reader of the site finds on every host, asked by request. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { ask } from './hosting-request.ts';

/** A built site, and where it is served once the tests run. */
export interface Host {
  site: string;
  origin: () => string;
}

const isRedirect = (status: number) => [301, 308].includes(status);
const isForever = (value = '') => /max-age=31536000/.test(value) && /immutable/.test(value);
const isAskedAgain = (value = '') => /^(?:no-cache|public, max-age=0, must-revalidate)$/.test(value);

/** Types by extension; Pagefind reads its own files as bytes, its WebAssembly too. */
export const typeOf: Record<string, RegExp> = {
  '.html': /^text\/html; charset=utf-8$/,
  '.css': /^text\/css; charset=utf-8$/,
  '.js': /^(?:text|application)\/javascript(?:; charset=utf-8)?$/,
  '.json': /^application\/json$/,
  '.csv': /^text\/csv; charset=utf-8$/,
  '.md': /^text\/markdown; charset=utf-8$/,
  '.txt': /^text\/plain; charset=utf-8$/,
  '.xml': /^(?:application|text)\/xml(?:; charset=utf-8)?$/,
  '.svg': /^image\/svg\+xml$/,
  '.png': /^image\/png$/,
  '.ico': /^image\/(?:x-icon|vnd\.microsoft\.icon)$/,
  '.webmanifest': /^application\/manifest\+json$/,
  '.pcap': /^application\/vnd\.tcpdump\.pcap$/,
  '.pagefind': /^application\/octet-stream$/,
  '.pf_meta': /^application\/octet-stream$/,
  '.pf_index': /^application\/octet-stream$/,
  '.pf_fragment': /^application\/octet-stream$/,
};

/** The files that a site serves, paths below it. */
export const servedFilesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .filter((path) => !/^_|\.(?:br|gz)$/.test(path))
    .sort();

/** Registers the tests of one host; `site` is whole when they are registered, `origin` when they run. */
export function testEveryRule({ site, origin }: Host): void {
  const files = servedFilesOf(site);
  const fileLike = (pattern: RegExp): string => {
    const path = files.find((file) => pattern.test(file));
    assert.ok(path, `The site has no file like ${pattern}.`);
    return `/${path}`;
  };

  test('a page comes whole, as HTML, and is asked for again at each visit', async () => {
    const { status, headers, body } = await ask(origin(), '/codes/486/');
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', typeOf['.html'] as RegExp);
    assert.deepEqual(body, readFileSync(join(site, 'codes/486/index.html')));
    assert.ok(isAskedAgain(headers['cache-control']), headers['cache-control']);
    const again = await ask(origin(), '/codes/486/', { headers: { 'If-None-Match': headers['etag'] ?? '' } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
  });

  for (const pattern of [/^assets\/.*\.js$/, /\.pf_fragment$/, /\.pf_index$/, /\.pf_meta$/]) {
    test(`a file whose name changes with its content is kept for good: ${pattern.source}`, async () => {
      const { status, headers } = await ask(origin(), fileLike(pattern));
      assert.equal(status, 200);
      assert.ok(isForever(headers['cache-control']), headers['cache-control']);
    });
  }

  for (const path of ['sw.js', 'offline-files.json', 'codes.json', 'pagefind/pagefind.js', 'pagefind/files.json']) {
    test(`a file that keeps its name is asked for again: /${path}`, async () => {
      const { status, headers } = await ask(origin(), `/${path}`);
      assert.equal(status, 200);
      assert.ok(isAskedAgain(headers['cache-control']), headers['cache-control']);
    });
  }

  for (const extension of [...new Set(files.map((file) => extname(file)))].sort()) {
    test(`a file ${extension} has its type`, async () => {
      const type = typeOf[extension];
      assert.ok(type, `Say in tests/hosting-rules.ts and in deploy/ which type ${extension} has.`);
      const path = fileLike(new RegExp(`\\${extension}$`)).replace(/(^|\/)index\.html$/, '$1');
      const { status, headers } = await ask(origin(), path);
      assert.equal(status, 200, path);
      assert.match(headers['content-type'] ?? '', type);
    });
  }

  for (const path of [
    '/nothing',
    '/codes/999/',
    '/codes/999.md',
    '/codes/999.json',
    '/assets/gone.js',
    '/codes/',
    '/_nothing',
  ]) {
    test(`${path} is missing, and says so`, async () => {
      const { status, headers, body } = await ask(origin(), path);
      assert.equal(status, 404);
      assert.match(headers['content-type'] ?? '', typeOf['.html'] as RegExp);
      assert.match(body.toString(), /No page at this address/);
      assert.doesNotMatch(headers['cache-control'] ?? '', /max-age=[1-9]|immutable/);
      assert.ok(headers['content-security-policy']);
    });
  }

  test('files that end in .html keep their own address, for the offline copy', async () => {
    for (const path of ['404.html', 'sip-status-codes.html']) {
      const { status, body } = await ask(origin(), `/${path}`);
      assert.equal(status, 200, path);
      assert.deepEqual(body, readFileSync(join(site, path)));
    }
  });

  const redirects = {
    '/codes/486': '/codes/486/',
    '/about': '/about/',
    '/index.html': '/',
    '/codes/486/index.html': '/codes/486/',
    '/486': '/codes/486/',
    '/486/': '/codes/486/',
    '/sip/486': '/codes/486/',
    '/sip/486/': '/codes/486/',
    '/404': '/codes/404/',
    '/404/': '/codes/404/',
    '/500': '/codes/500/',
    '/busy-here': '/codes/486/',
    '/call-transaction-does-not-exist/': '/codes/481/',
    '/480-vs-486': '/compare/480-486/',
    '/486-vs-480/': '/compare/480-486/',
    '/401-vs-403-vs-407': '/compare/401-403-407/',
  };
  for (const [path, target] of Object.entries(redirects)) {
    test(`${path} leads to ${target} on the same scheme, host and port`, async () => {
      const { status, headers } = await ask(origin(), path);
      assert.ok(isRedirect(status), String(status));
      assert.equal(headers['location'], target);
    });
  }

  test('every short link leads to a page in one step', async () => {
    const links: Record<string, string> = JSON.parse(readFileSync(join(site, 'short-links.json'), 'utf8'));
    for (const [from, to] of Object.entries(links)) {
      assert.equal((await ask(origin(), from)).headers['location'], to, from);
      assert.equal((await ask(origin(), to, { method: 'HEAD' })).status, 200, to);
    }
  });

  test('a phrase that two codes share is no short link', async () => {
    assert.equal((await ask(origin(), '/not-acceptable')).status, 404);
  });

  test('no address sends a reader to another site', async () => {
    for (const path of [
      '//example.com',
      '//example.com/',
      '//example.com/index.html',
      '/\\example.com/index.html',
      '//codes/486',
    ]) {
      const { headers } = await ask(origin(), path);
      assert.match(headers['location'] ?? '/', /^\/(?![/\\])/, path);
    }
  });

  for (const pattern of [
    /^codes\.json$/,
    /^codes\/486\.json$/,
    /^codes\.csv$/,
    /^codes\/486\.md$/,
    /^schema\/.*\.json$/,
    /^flows\/486\.txt$/,
    /^captures\/.*\.pcap$/,
  ]) {
    test(`other sites' pages may read ${pattern.source}`, async () => {
      const { headers } = await ask(origin(), fileLike(pattern), { headers: { Origin: 'https://example.org' } });
      assert.equal(headers['access-control-allow-origin'], '*');
    });
  }

  for (const path of ['/', '/codes/486/', '/codes.json', '/sw.js', '/nothing']) {
    test(`${path} comes with the safety headers`, async () => {
      const { headers, body } = await ask(origin(), path);
      const [, policy] = body.toString().match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/i) ?? [];
      if (policy) assert.equal(headers['content-security-policy'], `${policy}; frame-ancestors 'none'`);
      else assert.match(headers['content-security-policy'] ?? '', /^default-src 'none';.*frame-ancestors 'none'$/);
      assert.doesNotMatch(headers['content-security-policy'] ?? '', /unsafe-inline|'unsafe-eval'/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'same-origin');
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
      assert.match(headers['permissions-policy'] ?? '', /camera=\(\), .*microphone=\(\)/);
    });
  }
}

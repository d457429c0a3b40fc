import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { keepPrevious } from '../src/build/keep-previous.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const list = '/docs/_hosting/hashed-files.txt';
let answers: Record<string, string> = {};
let asked: string[] = [];
let server: Server;
let live: URL;
let site: string;

before(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    asked.push(request.url ?? '');
    response.writeHead(answer === undefined ? 404 : 200).end(answer ?? 'No page at this address');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  live = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/docs/`);
});
after(() => server.close());
beforeEach((context) => {
  site = mkdtempSync(join(tmpdir(), 'previous-'));
  asked = [];
  if ('after' in context) context.after(() => rmSync(site, { recursive: true }));
});

test('the hashed files of the live build come to the new one, once', async () => {
  answers = { [list]: `${digestOf('old')}  assets/a.1.js\n`, '/docs/assets/a.1.js': 'old' };
  assert.equal(await keepPrevious(site, live), 1);
  assert.equal(readFileSync(join(site, 'assets/a.1.js'), 'utf8'), 'old');
  asked = [];
  assert.equal(await keepPrevious(site, live), 0);
  assert.deepEqual(asked, [list]);
});

test('before the first upload there is nothing to keep', async () => {
  answers = {};
  assert.equal(await keepPrevious(site, live), undefined);
});

test('a file with another content is refused', async () => {
  answers = { [list]: `${digestOf('old')}  assets/a.1.js\n`, '/docs/assets/a.1.js': 'other' };
  await assert.rejects(keepPrevious(site, live), /is not the file that its list names/);
});

test('a list that names a place outside the site, or is none, is refused', async () => {
  for (const text of [`${digestOf('old')}  ../../a.js\n`, '<!doctype html>\n', `${digestOf('old')}  /etc/a.js\n`]) {
    answers = { [list]: text };
    await assert.rejects(keepPrevious(site, live), /is no list of this site's files/);
  }
});

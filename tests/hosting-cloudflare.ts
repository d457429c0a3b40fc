/**
 * Tests dist/_headers and dist/_redirects with Cloudflare's own runtime: `node tests/hosting-cloudflare.ts`, by hand.
 * Installs wrangler into a temporary folder: 230 MB that no other test needs, so it is no dependency.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { freePort, type OwnServer, startServer } from '../src/build/own-server.ts';
import { testEveryRule } from './hosting-rules.ts';

const wrangler = 'wrangler@4.164.0';
// The runtime knows no later date than its own; some months before it hold with every patch of this version.
const compatibilityDate = '2026-05-01';

const folder = mkdtempSync(join(tmpdir(), 'cloudflare-'));
const site = resolve('dist');
let server: OwnServer | undefined;

before(async () => {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', wrangler], {
    stdio: 'inherit',
  });
  const port = await freePort();
  const program = join(folder, 'node_modules/wrangler/bin/wrangler.js');
  const parameters = [
    'pages',
    'dev',
    site,
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--compatibility-date',
    compatibilityDate,
  ];
  server = await startServer(process.execPath, [program, ...parameters], port, {
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    WRANGLER_SEND_METRICS: 'false',
  });
});
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the files hold no more rules than Cloudflare Pages reads', () => {
  const rulesOf = (name: string, pattern: RegExp) => readFileSync(join(site, name), 'utf8').match(pattern)?.length ?? 0;
  assert.ok(rulesOf('_redirects', /^\//gm) <= 2000);
  assert.ok(rulesOf('_headers', /^\//gm) <= 100);
});
testEveryRule({ site, origin: () => server?.origin ?? '' });

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startCaddy, whyNoCaddy } from '../src/build/own-server-caddy.ts';
import type { OwnServer } from '../src/build/own-server.ts';
import { installDist, testOwnServer } from './hosting-own-server.ts';
import { testEveryRule } from './hosting-rules.ts';

const reason = whyNoCaddy();
if (reason) {
  console.log(`NOT TESTED: deploy/Caddyfile. ${reason}`);
  test('deploy/Caddyfile', { skip: reason });
} else {
  const { folder, site, releases } = await installDist();
  let server: OwnServer | undefined;
  before(async () => {
    server = await startCaddy(releases, join(folder, 'caddy'));
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });
  const host = { site, origin: () => server?.origin ?? '' };
  testEveryRule(host);
  testOwnServer(host);
}

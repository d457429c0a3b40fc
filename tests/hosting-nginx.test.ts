import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startNginx, whyNoNginx } from '../src/build/own-server-nginx.ts';
import type { OwnServer } from '../src/build/own-server.ts';
import { deploy, installDist, testOwnServer } from './hosting-own-server.ts';
import { ask } from './hosting-request.ts';
import { testEveryRule } from './hosting-rules.ts';

const reason = whyNoNginx();
if (reason) {
  console.log(`NOT TESTED: deploy/nginx.conf. ${reason}`);
  test('deploy/nginx.conf', { skip: reason });
} else {
  const { folder, site, releases } = await installDist();
  let server: OwnServer | undefined;
  const origin = () => server?.origin ?? '';
  before(async () => {
    server = await startNginx(releases, join(folder, 'nginx'));
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  testEveryRule({ site, origin });
  testOwnServer({ site, origin });

  test('a short link is found however it is capitalized', async () => {
    assert.equal((await ask(origin(), '/Busy-Here')).headers['location'], '/codes/486/');
  });

  const listOf = (place: string) => join(place, '_hosting/hashed-files.txt');
  const oldFile = /\S+$/m.exec(readFileSync(listOf(site), 'utf8'))?.[0] ?? '';
  const newFile = 'assets/next.js';

  /** A site in which one hashed file has given way to another. */
  const nextSite = (): string => {
    const next = join(folder, 'next');
    cpSync(site, next, { recursive: true, preserveTimestamps: true });
    rmSync(join(next, oldFile));
    writeFileSync(join(next, newFile), '');
    // In no list of hashed files: it comes and goes with its release.
    writeFileSync(join(next, 'assets/only-next.js'), '');
    const emptyDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    writeFileSync(listOf(next), readFileSync(listOf(next), 'utf8').replace(/^.*\n/, `${emptyDigest}  ${newFile}\n`));
    const settings = join(next, '_hosting/nginx.conf');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    return next;
  };
  const statusOf = async (path: string) => (await ask(origin(), `/${path}`)).status;
  const reload = () => process.kill(server?.pid ?? 0, 'SIGHUP');
  /** Waits for the workers of the configuration before to end: until then they answer now and then. */
  const eventually = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; !(await isSo()); tries += 1) {
      assert.ok(tries < 400, `After its reload nginx never came to: ${isSo}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  /** Whether the next release answers, asked in one request; throws where its files come with another's policy. */
  const isNextLive = async () => {
    const { status, headers } = await ask(origin(), '/assets/only-next.js');
    const isItsPolicy = /frame-ancestors 'self'/.test(headers['content-security-policy'] ?? '');
    assert.equal(isItsPolicy, status === 200);
    return status === 200;
  };

  test('a release goes live in one step, and the hashed files of the one before stay for one more', async () => {
    const next = nextSite();
    deploy('install-release.sh', [next, releases], { RELEASE: 'second' });
    assert.equal(await isNextLive(), false);
    reload();
    await eventually(isNextLive);
    await eventually(async () => (await statusOf(newFile)) === 200);
    assert.equal(await statusOf(oldFile), 200);
    deploy('install-release.sh', [next, releases], { RELEASE: 'third' });
    reload();
    await eventually(async () => (await statusOf(oldFile)) === 404);
    assert.equal(await statusOf(newFile), 200);
  });

  test('a release that is rolled back leaves its hashed files to the readers who have its pages', async () => {
    deploy('switch-release.sh', [releases, 'first']);
    reload();
    await eventually(async () => (await statusOf(oldFile)) === 200);
    await eventually(async () => !(await isNextLive()));
    assert.equal(await statusOf(newFile), 200);
  });

  test('an interrupted or damaged release changes nothing', async () => {
    const incomplete = join(releases, 'releases/fourth.incomplete');
    mkdirSync(incomplete);
    assert.throws(() => deploy('switch-release.sh', [releases, 'fourth.incomplete']), /is no whole release/);
    appendFileSync(join(folder, 'next', newFile), 'damage');
    assert.throws(
      () => deploy('install-release.sh', [join(folder, 'next'), releases], { RELEASE: 'fourth' }),
      /Nothing went live/,
    );
    assert.ok(!existsSync(join(releases, 'releases/fourth')));
    assert.match(readFileSync(join(releases, 'release.conf'), 'utf8'), /releases\/first"/);
    assert.equal(await statusOf('codes/486/'), 200);
  });

  test('a server that refuses to reload finds the release before when it starts anew', () => {
    const settings = readFileSync(join(releases, 'release.conf'), 'utf8');
    assert.throws(
      () => deploy('install-release.sh', [site, releases], { RELEASE: 'fifth', RELOAD: 'false' }),
      /refused to reload; first stays live/,
    );
    assert.equal(readFileSync(join(releases, 'release.conf'), 'utf8'), settings);
    assert.equal(readlinkSync(join(releases, 'live')), 'releases/first');
  });

  test('a release has a name that needs no care', () => {
    for (const name of ['../first', 'a b', '.hidden', 'a"b']) {
      assert.throws(() => deploy('install-release.sh', [site, releases], { RELEASE: name }), /is no name of a release/);
      assert.throws(() => deploy('switch-release.sh', [releases, name]), /is no name of a release/);
    }
  });
}

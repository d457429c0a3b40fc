import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../support/built-site.ts';

interface LockEntry {
  version?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const { packages } = readJson<{ packages: Record<string, LockEntry> }>('package-lock.json');
const manifest = readJson<Manifest>('package.json');
const pins = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

const platforms = ['linux', 'darwin', 'win32'].flatMap((os) => ['x64', 'arm64'].map((cpu) => `${os}-${cpu}`));

/** The entry that a package at a path finds for a name, as Node resolves it. */
function entryOf(name: string, from: string): LockEntry | undefined {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))) {
    const entry = packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`];
    if (entry || path === '') return entry;
  }
}

/** What the lock lacks, as sentences. */
function gapsOf(entries: Record<string, LockEntry>): string[] {
  return Object.entries(entries).flatMap(([path, { optionalDependencies = {} }]) => {
    const optional = Object.entries(optionalDependencies).map(([name, wanted]) => {
      const entry = entryOf(name, path);
      // Another version does not serve: `npm ci` calls a lock with it incomplete.
      const serves = entry && (!/^\d/.test(wanted) || entry.version === wanted);
      return { name, entry: serves ? entry : undefined };
    });
    const missing = optional
      .filter(({ entry }) => !entry)
      .map(({ name }) => `${path} needs ${name}, which the lock lacks; run "npm run lock:complete".`);
    const families = optional.flatMap(({ entry }) =>
      entry?.os && entry.cpu ? entry.os.flatMap((os) => (entry.cpu ?? []).map((cpu) => `${os}-${cpu}`)) : [],
    );
    const uncovered = new Set(families).size > 1 ? platforms.filter((platform) => !families.includes(platform)) : [];
    return [...missing, ...uncovered.map((platform) => `${path} has no package for ${platform} in the lock.`)];
  });
}

test('the lock holds every optional package, for Linux, macOS and Windows, x64 and arm64', () => {
  assert.deepEqual(gapsOf(packages), []);
});

test('a lock without a platform’s package is found wanting', () => {
  const [path, entry] = Object.entries(packages).find(([name]) => name === 'node_modules/rolldown') ?? [];
  assert.ok(path && entry?.optionalDependencies);
  const gaps = gapsOf({
    [path]: { optionalDependencies: { ...entry.optionalDependencies, 'rolldown-of-nowhere': '1.0.0' } },
  });
  assert.deepEqual(gaps, [
    'node_modules/rolldown needs rolldown-of-nowhere, which the lock lacks; run "npm run lock:complete".',
  ]);
});

test('every package is pinned exactly, as the lock has it', () => {
  assert.ok(pins.length > 10);
  for (const [name, version] of pins) {
    assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is pinned as ${version}; write the exact version.`);
    assert.equal(
      packages[`node_modules/${name}`]?.version,
      version,
      `package-lock.json has another version of ${name}; run "npm install".`,
    );
  }
});

test('the lock names no address of a registry, so that any registry serves', () => {
  assert.deepEqual(
    Object.values(packages).filter((entry) => 'resolved' in entry),
    [],
  );
});

test('every package that is installed everywhere has its SHA-512 digest in the lock', () => {
  const unproved = Object.entries(packages).filter(
    ([path, { integrity = '', optional }]) => path !== '' && !optional && !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  assert.deepEqual(unproved, []);
});

test('only packages that CONTRIBUTING.md names run a script when they are installed', () => {
  const scripted = Object.entries(packages).filter(
    ([, { hasInstallScript, optional }]) => hasInstallScript && !optional,
  );
  assert.deepEqual(
    scripted.map(([path]) => path),
    ['node_modules/esbuild', 'node_modules/node'],
  );
});

/** Installs the data package's tarball into empty projects, without a network, and uses it as others would. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function run(command: string, parameters: readonly string[], cwd = '.'): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  });
  assert.equal(status, 0, `${command} ${parameters.join(' ')} failed: ${stdout}${stderr}${error?.message ?? ''}`);
  return stdout.trim();
}
const runNode = (...parameters: string[]) => JSON.parse(run(process.execPath, parameters)) as Record<string, unknown>;

const tarball = resolve(run(process.execPath, ['src/build/pack-data.ts']).split('\n').at(-1) ?? '');
const codes = JSON.parse(readFileSync('dist/codes.json', 'utf8')) as unknown[];
const causes = JSON.parse(readFileSync('dist/causes.json', 'utf8')) as unknown[];

/** An empty project with the tarball installed and the files of one consumer. */
function projectFor(consumer: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-package-'));
  made.push(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  run(
    'npm',
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', tarball],
    folder,
  );
  assert.deepEqual(
    readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['sip-status-codes-data'],
  );
  cpSync(`tests/data-package/${consumer}`, folder, { recursive: true });
  return folder;
}

test('a plain JavaScript project finds codes by number, digits, phrase and status line', () => {
  const folder = projectFor('javascript');
  assert.deepEqual(runNode(join(folder, 'module.mjs')), {
    codes: codes.length,
    causes: causes.length,
    entries: codes.length,
    found: [486, 486, 486, 486, 486, 486],
    notFound: [null, null, null, null, null, null, null],
    shared: 406,
    cause: 'User busy',
  });
  assert.deepEqual(runNode(join(folder, 'commonjs.cjs')), {
    codes: codes.length,
    causes: causes.length,
    found: [486, 486, 486],
    isOneCopy: true,
  });
});

test('a TypeScript project compiles against the types, in both module systems, and runs', () => {
  const folder = projectFor('typescript');
  run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  assert.deepEqual(runNode(join(folder, 'compiled/module.mjs')), {
    codes: codes.length,
    code: 486,
    cause: 'User busy',
    rfc: 3261,
    advice: 'wait',
    methods: 2,
  });
  assert.deepEqual(runNode(join(folder, 'compiled/commonjs.cjs')), { codes: codes.length, code: 486, cause: 0 });
  const bundled = ['--module', 'esnext', '--moduleResolution', 'bundler', '--noEmit', '--ignoreConfig', '--strict'];
  run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...bundled, join(folder, 'module.mts')]);
});

test('the package carries the project’s version, its license and no dependencies', () => {
  const folder = join(projectFor('javascript'), 'node_modules/sip-status-codes-data');
  const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  assert.equal(own.version, project.version);
  assert.equal(own.license, project.license);
  assert.equal(own.dependencies, undefined);
  assert.equal(own.scripts, undefined);
  assert.equal(readFileSync(join(folder, 'LICENSE'), 'utf8'), readFileSync('LICENSE', 'utf8'));
  assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /lookUp/);
});

test('without a built site, packing says what to do', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/build/pack-data.ts', 'no-such-folder'], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^The data package is made from the built site, and no-such-folder\/ lacks codes\.json, .*; run npm run build first\.$/m,
  );
});

/**
 * Makes the data package, a tarball for npm, from the built site: `npm run build`, then `npm run pack:data`. The last
 * line that it prints is the tarball's path. Nothing is fetched and nothing is published.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonSchema, typesOfSchemas } from './types-of-schema.ts';

const site = process.argv[2] ?? 'dist';
const folder = '.astro/data-package';
const contents = join(folder, 'package');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

const data = ['codes.json', 'causes.json', 'schema/code.v1.json', 'schema/cause.v1.json'];
const missing = data.filter((path) => !existsSync(join(site, path)));
if (missing.length > 0) {
  console.error(
    `The data package is made from the built site, and ${site}/ lacks ${missing.join(', ')}; run npm run build first.`,
  );
  process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(contents, { recursive: true });
cpSync('src/build/data-package', contents, { recursive: true });
cpSync('LICENSE', join(contents, 'LICENSE'));
for (const path of data) cpSync(join(site, path), join(contents, path.replace('schema/', '')));

const declarations = `${typesOfSchemas({
  StatusCode: readJson(join(contents, 'code.v1.json')) as JsonSchema,
  Cause: readJson(join(contents, 'cause.v1.json')) as JsonSchema,
})}
/** All codes, in ascending order. */
export declare const codes: ReadonlyArray<StatusCode>;

/** The Q.850 causes, in ascending order. */
export declare const causes: ReadonlyArray<Cause>;

/** The code of a number, of its digits, of a status line or of a reason phrase in any case. */
export declare function lookUp(what: number | string): StatusCode | undefined;
`;
for (const name of ['index.d.mts', 'index.d.cts']) writeFileSync(join(contents, name), declarations);

const { version, license } = readJson('package.json');
const exported = Object.fromEntries(
  ['codes', 'causes', 'code.v1', 'cause.v1'].map((name) => [`./${name}.json`, `./${name}.json`]),
);
writeFileSync(
  join(contents, 'package.json'),
  `${JSON.stringify(
    {
      name: 'sip-status-codes-data',
      version,
      description: 'All SIP response codes and Q.850 causes as data, each fact with its RFC and section',
      keywords: ['sip', 'voip', 'status codes', 'response codes', 'q.850', 'rfc3261'],
      license,
      sideEffects: false,
      main: './index.cjs',
      types: './index.d.cts',
      exports: {
        '.': {
          import: { types: './index.d.mts', default: './index.mjs' },
          require: { types: './index.d.cts', default: './index.cjs' },
        },
        ...exported,
        './package.json': './package.json',
      },
    },
    null,
    2,
  )}\n`,
);

// Under `npm run`, npm says where its own script is; a bare `npm` needs a shell on Windows.
const npm = process.env.npm_execpath;
const parameters = ['pack', '--json', '--ignore-scripts', '--pack-destination', '..'];
const packed = npm
  ? spawnSync(process.execPath, [npm, ...parameters], { cwd: contents, encoding: 'utf8' })
  : spawnSync('npm', parameters, { cwd: contents, encoding: 'utf8', shell: process.platform === 'win32' });
if (packed.status !== 0) {
  console.error(`npm could not pack the data package: ${packed.stderr || packed.error?.message}`);
  process.exit(1);
}
const [{ filename, size }] = JSON.parse(packed.stdout) as [{ filename: string; size: number }];
const [first] = JSON.parse(readFileSync(join(contents, 'codes.json'), 'utf8')) as { url: string }[];
if (first && new URL(first.url).hostname === 'localhost') {
  console.log(
    `Its addresses begin with ${new URL(first.url).origin}; to publish it, set SITE_URL, build and pack again.`,
  );
}
console.log(`The data package has ${Math.ceil(size / 1000)} KB.`);
console.log(join(folder, filename));

/** The scripts' own bundle says which packages reach the browser; the page of licenses must name each of them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';

const page = readFileSync('dist/about/licences/index.html', 'utf8');

/** The packages of which the scripts of the site hold code, Pagefind apart, which ships as files of its own. */
async function bundledPackages(): Promise<string[]> {
  const scripts = readdirSync('src/scripts').map((name) => `src/scripts/${name}`);
  const { metafile } = await build({
    entryPoints: [...scripts, 'src/offline/service-worker.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'nowhere',
    external: ['*/pagefind.js'],
    logLevel: 'silent',
  });
  const paths = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const names = paths.map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

test('the page of licenses names each package that ships, with its version and its notice', async () => {
  const bundled = await bundledPackages();
  assert.ok(bundled.length > 0, 'the scripts are made of no package: is the bundle read rightly?');
  const listed = [...page.matchAll(/<h3 id="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(listed, [...bundled, 'pagefind'].sort());
  for (const name of listed) {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as Record<
      string,
      string
    >;
    assert.match(page, new RegExp(`>${name}</a> ${version?.replaceAll('.', '\\.')}\\s*</th>\\s*<td>${license}<`));
  }
  assert.equal([...page.matchAll(/<pre[^>]*>[\s\S]*?Copyright[\s\S]*?<\/pre>/g)].length, listed.length);
});

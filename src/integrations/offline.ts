import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transformSync } from 'esbuild';

/** Downloads to keep apart: packets of captures, and the one file that is an offline copy itself. */
const download = /^(?:captures\/|sip-status-codes\.html$|llms-full\.txt$|codes\/\d+\.md$)/;

/** What a host reads and no reader fetches. */
const notServed = /^(?:_headers|_redirects|_hosting\/.*|sw\.js|offline-files\.json|404\.html\/.*)$|\.(?:br|gz)$/;

/** The worker takes the list from its end: search comes first, since a reader may want it while the rest is on its way. */
const isForSearch = (path: string) => /^(?:assets|search-index)\//.test(path);

const digestOf = (content: Buffer | string) => createHash('sha256').update(content).digest('base64');
const pathsBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !notServed.test(path) && !download.test(path))
    .sort()
    .sort((one, other) => Number(isForSearch(one)) - Number(isForSearch(other)));

/** Lists the files of a built site with their digests, and writes the list and the service worker that keeps them. */
export function writeOfflineFiles(site: string): void {
  const paths = pathsBelow(site);
  const files = Object.fromEntries(
    paths.map((path) => [path.replace(/(^|\/)index\.html$/, '$1') || './', digestOf(readFileSync(join(site, path)))]),
  );
  const list = JSON.stringify(files);
  writeFileSync(join(site, 'offline-files.json'), list);
  const source = readFileSync(fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url)), 'utf8');
  const version = createHash('sha256').update(list).update(source).digest('hex').slice(0, 16);
  writeFileSync(
    join(site, 'sw.js'),
    transformSync(source.replace("'VERSION'", `'${version}'`), {
      loader: 'ts',
      target: 'es2022',
      legalComments: 'none',
    }).code,
  );
}

/** Says on the page about the site how large the offline copy is. */
function tellSize(site: string): void {
  const paths = pathsBelow(site);
  const bytes = paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
  const about = join(site, 'about/index.html');
  const size = `${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB`;
  writeFileSync(about, readFileSync(about, 'utf8').replace('OFFLINE_COPY', size));
}

/** Makes the offline copy's list and worker, of all but downloads. Runs last: what comes after it is missing offline. */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const site = fileURLToPath(dir);
      tellSize(site);
      writeOfflineFiles(site);
    },
  },
});

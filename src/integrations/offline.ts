import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Downloads to keep apart: packets of captures, and the one file that is an offline copy itself. */
const download = /^(?:captures\/|sip-status-codes\.html$|llms-full\.txt$)/;

/** What a host reads and no reader fetches. */
const notServed = /^(?:_headers|_redirects|csp\.txt|sw\.js|offline-files\.json|404\.html\/.*)$|\.(?:br|gz)$/;

const digestOf = (content: Buffer | string) => createHash('sha256').update(content).digest('base64');
const pathsBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !notServed.test(path) && !download.test(path))
    .sort();

/**
 * Lists every file of the built site with its digest, but for downloads, and writes the service worker that keeps them. Runs last: what
 * comes after it would be missing offline.
 */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const site = fileURLToPath(dir);
      const paths = pathsBelow(site);
      const bytes = paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
      const about = join(site, 'about/index.html');
      writeFileSync(
        about,
        readFileSync(about, 'utf8').replace('OFFLINE_COPY', `${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB`),
      );
      const files = Object.fromEntries(
        paths.map((path) => [
          path.replace(/(^|\/)index\.html$/, '$1') || './',
          digestOf(readFileSync(join(site, path))),
        ]),
      );
      const list = JSON.stringify(files);
      writeFileSync(join(site, 'offline-files.json'), list);
      const source = readFileSync(fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url)), 'utf8');
      const version = createHash('sha256').update(list).update(source).digest('hex').slice(0, 16);
      writeFileSync(join(site, 'sw.js'), stripTypeScriptTypes(source).replace("'VERSION'", `'${version}'`));
    },
  },
});

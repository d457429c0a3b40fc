import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hashedFilesOf, headerRulesOf } from '../build/header-rules.ts';
import { caddyPart, headersFile, nginxPart, redirectsFile } from '../build/host-files.ts';
import { shortLinksOf } from '../lib/short-links.ts';

/** The policy that the pages carry, from the file that the step before leaves; the file is no page, and goes. */
function takePolicy(site: string): string {
  const file = join(site, 'csp.txt');
  try {
    const policy = readFileSync(file, 'utf8').trim();
    rmSync(file);
    return policy;
  } catch (error) {
    throw new Error(`${file} is missing; in astro.config.mjs, hosting() comes after contentSecurityPolicy().`, {
      cause: error,
    });
  }
}

const pathsBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort();

/**
 * Writes what hosts read, from the built site: `_headers` and `_redirects` for Cloudflare Pages and Netlify, `_hosting/`
 * for deploy/, `short-links.json` for the service worker. Runs after contentSecurityPolicy() and before offline().
 */
export const hosting = (): AstroIntegration => {
  let base = '';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        const write = (name: string, text: string) => writeFileSync(join(site, name), text);
        const policy = takePolicy(site);
        const paths = pathsBelow(site);
        const rules = headerRulesOf(paths, policy);
        const links = shortLinksOf({
          codes: JSON.parse(readFileSync(join(site, 'codes.json'), 'utf8')),
          comparisons: paths.flatMap((path) => path.match(/^compare\/([\d-]+)\/index\.html$/)?.[1] ?? []),
          taken: paths.map((path) => path.replace(/\/.*/, '')),
        });
        const digestOf = (path: string) =>
          createHash('sha256')
            .update(readFileSync(join(site, path)))
            .digest('hex');
        mkdirSync(join(site, '_hosting'));
        write('_headers', headersFile(rules, base));
        write('_redirects', redirectsFile(links, paths, base));
        write('_hosting/nginx.conf', nginxPart(rules, links, base));
        write('_hosting/Caddyfile', caddyPart(rules, links, base));
        // As sha256sum writes and checks it.
        write(
          '_hosting/hashed-files.txt',
          hashedFilesOf(paths)
            .map((path) => `${digestOf(path)}  ${path}\n`)
            .join(''),
        );
        write('short-links.json', JSON.stringify(links));
      },
    },
  };
};

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;
const inlineScript = /<script(?![^>]*\b(?:src|type="application\/(?:ld\+)?json"))[^>]*>([\s\S]*?)<\/script>/g;

const hashesOf = (pages: readonly string[], pattern: RegExp) =>
  [...new Set(pages.flatMap((page) => [...page.matchAll(pattern)].map(([, content]) => content ?? '')))]
    .map((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .sort();

/** One policy for pages with these styles and scripts: nothing from elsewhere, nothing inline but what was built. */
export function policyFor(pages: readonly string[]): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    // Pagefind compiles its WebAssembly; that is the only thing it allows.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...hashesOf(pages, inlineScript)],
    'style-src': hashesOf(pages, inlineStyle),
    'connect-src': ["'self'"],
    'img-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/**
 * Puts one Content-Security-Policy into every page, the same everywhere, so that a host's header can repeat it: both
 * apply where both stand. Leaves it as csp.txt for the step that writes the hosts' files.
 */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const site = fileURLToPath(dir);
      const pages = readdirSync(site, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => ({ path, html: readFileSync(path, 'utf8') }));
      const policy = policyFor(pages.map(({ html }) => html));
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
      for (const { path, html } of pages)
        writeFileSync(path, html.replace(/(<meta charset="utf-8"[^>]*>)/, `$1${meta}`));
      writeFileSync(join(site, 'csp.txt'), policy);
    },
  },
});

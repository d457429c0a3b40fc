import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

const fragmentPrefix: Record<string, string> = {
  codes: '',
  compare: 'compare-',
  symptoms: 'symptom-',
  causes: 'cause-',
};

/** The one script of the file, with all that it imports. */
async function scriptOfFile(): Promise<string> {
  const entry = fileURLToPath(new URL('../scripts/single-file.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    define: { 'import.meta.env.BASE_URL': '"/"' },
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`esbuild made nothing of ${entry}.`);
  return script.text.replaceAll('</script', '<\\/script');
}

/** Links inside the site as fragments of the file, others as addresses of the published site. */
const relinked = (html: string, base: string, site: string): string =>
  html.replace(/ href="(\/[^"]*)"/g, (whole, address: string) => {
    const path = address.startsWith(base) ? address.slice(base.length) : address;
    const [, folder = '', name = ''] = path.match(/^\/([a-z]+)\/([^/"#]+)\/?$/) ?? [];
    const prefix = fragmentPrefix[folder];
    if (prefix !== undefined && !name.includes('.')) return ` href="#${prefix}${name}"`;
    return path === '/' ? ' href="#top"' : whole.replace(address, new URL(address, site).href);
  });

/** Ids that repeat in each section get the section's own in front of them, and so do the links to them. */
const withOwnIds = (section: string): string => {
  const own = section.match(/ id="([^"]+)"/)?.[1] ?? '';
  return section
    .replace(/ id="([^"]+)"/g, (whole, id: string) => (id === own ? whole : ` id="${own}-${id}"`))
    .replace(/ href="#([^"]+)"/g, ` href="#${own}-$1"`)
    .replace(/url\(#([\w-]+)\)/g, `url(#${own}-$1)`);
};

/** Makes one file of the page that holds everything: links as fragments, search and its index inside. */
export const singleFile = (): AstroIntegration => {
  let base = '';
  let site = '';
  return {
    name: 'single-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        site = config.site ?? 'http://localhost:4321';
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const page = readFileSync(join(root, 'sip-status-codes/index.html'), 'utf8');
        const [head = '', ...sections] = page.split(/(?=<section class="one)/);
        const data = (id: string, file: string) =>
          `<script type="application/json" id="${id}">${readFileSync(join(root, file), 'utf8').replaceAll('<', '\\u003c')}</script>`;
        const body = [head, ...sections.map(withOwnIds)].join('');
        const search = `${data('search-codes', 'search-index/codes.json')}${data('search-words', 'search-index/words.json')}<script>${await scriptOfFile()}</script>`;
        writeFileSync(
          join(root, 'sip-status-codes.html'),
          relinked(body, base, site).replace('</body>', () => `${search}</body>`),
        );
        rmSync(join(root, 'sip-status-codes'), { recursive: true });
      },
    },
  };
};

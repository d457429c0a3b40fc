import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made interfaces and what only they need: about 490 KB that no page asks for. */
const unused = /^(?:pagefind-(?:component-|modular-)?ui\.(?:js|css)|pagefind-highlight\.js|wasm\.unknown\.pagefind)$/;

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('base64');

/**
 * Adds the Pagefind index to the built site, and a list of the files that each search needs, with their digests:
 * Pagefind shows a missing or broken index file as "no results", so the page checks them itself.
 */
export const fullText = (): AstroIntegration => ({
  name: 'full-text',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const site = fileURLToPath(dir);
      const folder = join(site, 'pagefind');
      const { index, errors } = await createIndex({
        forceLanguage: 'en',
        // Section numbers, file names and lines are no words, and would be half of the index.
        excludeSelectors: ['.citation', '.anchor', '.source-list', '.sources', 'pre', 'svg'],
      });
      if (!index) throw new Error(`Pagefind could not begin its index: ${errors.join(' ')}`);
      const added = await index.addDirectory({ path: site });
      const written = await index.writeFiles({ outputPath: folder });
      await close();
      const faults = [...added.errors, ...written.errors];
      if (faults.length > 0) throw new Error(`Pagefind could not index the site: ${faults.join(' ')}`);
      if (added.page_count === 0)
        throw new Error('Pagefind found no page to index; is data-pagefind-body gone from the layouts?');
      for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
      const needed = readdirSync(folder, { recursive: true })
        .map((path) => String(path).replaceAll('\\', '/'))
        .filter((path) => /\.(?:pf_meta|pf_index|pagefind)$|pagefind-entry\.json$/.test(path))
        .sort();
      const files = Object.fromEntries(needed.map((path) => [path, digestOf(join(folder, path))]));
      writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
    },
  },
});

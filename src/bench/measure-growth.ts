import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../../tests/support/built-site.ts';
import { ownSite, type Site } from './built-sites.ts';
import { circumstances } from './circumstances.ts';
import { growContent } from './grow-content.ts';
import { keepSection, tableOf } from './results.ts';
import type { Cost } from './run-measured.ts';
import { inBrotli, serveFolder } from './serve-folder.ts';
import { startBrowser } from './slow-browser.ts';
import { mediansOf } from './statistics.ts';

/** Files that every reader's browser loads without asking the page: the list of the offline copy, and its worker. */
const beside = ['offline-files.json', 'sw.js'];

/** What the figures mean for a site of a hundred times the pages. */
const furtherOn = `A page carries nothing of the others but its class's codes, at most a hundred. What grows with the pages is the word index, which only a search for words loads, Pagefind's parts, of which a search loads few, and the list of the offline copy. At a hundred times the pages the offline copy would have to become the reader's choice, by part of the site, each part with a list of its own; the word index would have to be cut by first letters as Pagefind's is; and the one file would have to become one for each class. Astro renders pages one after another, so the build would have to be cut in parts too, or keep what has not changed.`;

/** A file's name without what changes at each build; the parts of the full text's index count as one. */
const nameOf = (path: string) =>
  path
    .replace(/^\/(pagefind\/(?:fragment|index))\/.*$/, '/$1/*')
    .replace(/[._][\w-]{8,}(?=\.(?:js|css|pf_meta)$)/, '.*');

/** What a reader loads who opens home and a code, and searches a code and words: bytes in brotli by name. */
async function loadedOf(site: Site): Promise<Map<string, number>> {
  const served = await serveFolder(site.output);
  const browser = await startBrowser();
  const loaded = new Map<string, number>();
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    for (const path of ['/', '/codes/486/', '/search/?q=486', '/search/?q=no+ringback+tone']) {
      await page.goto(served.origin + path, { waitUntil: 'networkidle' });
      if (path.includes('?q='))
        await page.waitForSelector('#search-results[aria-busy=false] a[href]', { timeout: 60_000 });
    }
    for (const { path, bytes } of new Map(served.answered.map((answer) => [answer.path, answer])).values())
      loaded.set(nameOf(path), (loaded.get(nameOf(path)) ?? 0) + bytes);
    for (const path of beside) loaded.set(`/${path}`, inBrotli(readFileSync(join(site.output, path))).length);
    return loaded;
  } finally {
    await browser.close();
    served.stop();
  }
}

/** Builds this site and one of ten times its pages in turn, and tells what grew. */
export async function measureGrowth(builds: number): Promise<void> {
  const now = ownSite();
  const grown = ownSite();
  try {
    await now.build();
    const pages = pagesOf(now.output).length;
    growContent(grown.copy.folder, pages * 9);
    const costs: [Cost[], Cost[]] = [[], []];
    for (let round = 0; round < builds; round += 1) {
      costs[0].push(await now.build());
      costs[1].push(await grown.build());
    }
    const [before, after] = costs.map((all) => mediansOf(all));
    const sized = (site: Site) => {
      const all = pagesOf(site.output);
      return { pages: all.length, bytes: all.reduce((sum, { html }) => sum + html.length, 0) };
    };
    const [small, large] = [sized(now), sized(grown)];
    const line = (name: string, from = Number.NaN, to = Number.NaN, digits = 0) => [
      name,
      ...[from, to].map((figure) => figure.toLocaleString('en', { maximumFractionDigits: digits })),
      `${(to / from).toFixed(2)} ×`,
    ];
    const [loadedNow, loadedGrown] = [await loadedOf(now), await loadedOf(grown)];
    const browser = await startBrowser();
    const text = [
      circumstances(browser.version(), 0, builds).split('. ')[0]?.concat('.') ?? '',
      `Cold builds, medians of ${builds}. The larger site is made of copies: of codes, as many as three digits hold and the checks of the content allow, and of comparisons and symptoms for the rest.`,
      tableOf([
        ['', 'Now', 'Grown', 'Ratio'],
        line('Pages', small.pages, large.pages),
        line('HTML, MB', small.bytes / 1e6, large.bytes / 1e6, 1),
        line('Build, wall, s', before?.wallSeconds, after?.wallSeconds, 1),
        line('Build, CPU, s', before?.cpuSeconds, after?.cpuSeconds, 1),
        line('Build, peak memory, MB', (before?.peakBytes ?? Number.NaN) / 1e6, (after?.peakBytes ?? Number.NaN) / 1e6),
      ]),
      'What a reader loads who opens the home page and the page of 486, searches for 486 and for words, and keeps the offline copy; bytes in brotli:',
      tableOf([
        ['File', 'Now', 'Grown', 'Ratio'],
        ...[...loadedNow].map(([name, bytes]) => line(`\`${name}\``, bytes, loadedGrown.get(name))),
      ]),
      furtherOn,
    ].join('\n\n');
    await browser.close();
    console.log(text);
    await keepSection('Growth', text);
  } finally {
    now.copy.delete();
    grown.copy.delete();
  }
}

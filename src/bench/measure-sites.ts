import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { lay, ownSite, rivalSite, type Site } from './built-sites.ts';
import { circumstances } from './circumstances.ts';
import { type PageView, viewPage } from './measure-page.ts';
import { type SearchUse, useSearch } from './measure-search.ts';
import { pageTextsOf } from './page-texts.ts';
import { keepSection, tableOf } from './results.ts';
import { rivals } from './rivals.ts';
import { type LighthouseScores, lighthouseVersion, runLighthouse } from './run-lighthouse.ts';
import type { Cost } from './run-measured.ts';
import { type Served, serveFolder } from './serve-folder.ts';
import { type Measured, paintsOverEmpty, sideBySide } from './side-by-side.ts';
import { startBrowser } from './slow-browser.ts';
import { mediansOf } from './statistics.ts';

export interface Wanted {
  scratch: string;
  isOursOnly: boolean;
  isSearchOnly: boolean;
  /** How often Lighthouse looks at each page; 0 for not at all. */
  lighthouseRuns: number;
  /** How often each page is visited, and each site built. */
  rounds: number;
  builds: number;
}

interface Trials {
  site: Site;
  served: Served;
  costs: Cost[];
  views: PageView[];
  uses: SearchUse[];
}

const emptyPage = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Empty</p></html>\n';

/** A page of one word, the floor of what any page can reach. */
function emptySite(scratch: string): Site {
  const output = join(scratch, 'empty');
  mkdirSync(join(output, 'codes/486'), { recursive: true });
  writeFileSync(join(output, 'codes/486/index.html'), emptyPage);
  const build = () => Promise.reject(new Error('The empty page is not built.'));
  return { name: 'Empty page', output, addressOf: (path) => `/${path}/`, answers: undefined, build };
}

/** Says which step failed and goes on: a rival that fails leaves a gap in the table. */
async function tried(what: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function visit(browser: Browser, { site, served, views, uses }: Trials, isSearchOnly: boolean): Promise<void> {
  if (!isSearchOnly)
    await tried(`Visit of ${site.name}`, async () => {
      views.push(await viewPage(browser, served, site.addressOf('codes/486')));
    });
  const { answers } = site;
  if (answers)
    await tried(`Search of ${site.name}`, async () => {
      uses.push(await useSearch(browser, served, site.addressOf('codes/200'), answers));
    });
}

/** Runs Lighthouse on a page so often, and takes the run in the middle. */
async function lighthouseOf(folder: string, address: string, times: number): Promise<LighthouseScores | undefined> {
  const runs: LighthouseScores[] = [];
  for (let run = 0; run < times; run += 1)
    await tried(`Lighthouse of ${address}`, async () => {
      runs.push(await runLighthouse(folder, address));
    });
  return runs.sort((a, b) => a.scores.performance - b.scores.performance)[Math.floor(runs.length / 2)];
}

/** Builds and visits all sites in turn, prints the tables, and keeps those of a whole run. */
export async function measureSites(wanted: Wanted): Promise<void> {
  const { scratch, isOursOnly, isSearchOnly, lighthouseRuns, rounds, builds } = wanted;
  const browser = await startBrowser();
  const browserVersion = browser.version();
  const own = ownSite();
  try {
    await own.build();
    const others: Site[] = [];
    if (!isOursOnly) {
      const texts = await pageTextsOf(browser, own.output);
      for (const rival of rivals) others.push(rivalSite(rival, texts, scratch));
    }
    await browser.close();
    const built = [own, ...others.filter(({ answers }) => builds > 0 || answers)];
    const costs = new Map<Site, Cost[]>(built.map((site) => [site, []]));
    for (let round = 0; round < Math.max(builds, 1); round += 1) {
      console.error(`Building, round ${round + 1} of ${Math.max(builds, 1)}`);
      for (const site of built)
        if (builds > 0 || site !== own)
          await tried(`Build of ${site.name}`, async () => void costs.get(site)?.push(await site.build()));
    }
    const trials = await Promise.all(
      [...built, ...(isSearchOnly ? [] : [emptySite(scratch)])].map(async (site): Promise<Trials> => {
        const served = await serveFolder(site.output);
        return { site, served, costs: costs.get(site) ?? [], views: [], uses: [] };
      }),
    );
    const visited = trials.filter(({ site }) => site.answers || site.name === 'Empty page');
    // The first round lets the servers compress what they send, and counts for nothing.
    for (let round = 0; round <= rounds; round += 1) {
      console.error(round === 0 ? 'Visiting once to warm up' : `Visiting, round ${round} of ${rounds}`);
      const fresh = await startBrowser();
      for (const trial of visited)
        await visit(fresh, round === 0 ? { ...trial, views: [], uses: [] } : trial, isSearchOnly);
      await fresh.close();
    }
    const measured = trials.map(({ site, costs, views, uses }): Measured => ({
      name: site.name,
      build: builds > 0 ? mediansOf(costs) : {},
      view: mediansOf(views),
      search: mediansOf(uses),
    }));
    const pages: string[][] = [];
    if (lighthouseRuns > 0) {
      const folder = join(scratch, 'lighthouse');
      lay(folder, {
        'package.json': `${JSON.stringify({ private: true, dependencies: { lighthouse: lighthouseVersion } })}\n`,
      });
      for (const [index, { site, served }] of trials.entries()) {
        const entry = measured[index];
        if (!site.answers || !entry) continue;
        const scores = await lighthouseOf(folder, served.origin + site.addressOf('codes/486'), lighthouseRuns);
        if (scores) entry.lighthouse = scores;
        const paths = site === own ? ['/', '/codes/486/', '/compare/480-486/', '/search/'] : [];
        for (const path of paths) {
          const found =
            path === '/codes/486/' ? scores : await lighthouseOf(folder, served.origin + path, lighthouseRuns);
          if (found) pages.push([path, ...Object.values(found.scores).map(String), found.lost.join(', ') || 'nothing']);
        }
      }
    }
    const text = [
      circumstances(browserVersion, rounds, builds),
      sideBySide(measured),
      ...(isSearchOnly ? [] : [paintsOverEmpty(measured)]),
      ...(pages.length > 0
        ? [
            `Lighthouse on pages of this site, for a phone, in the middle of ${lighthouseRuns} ${lighthouseRuns === 1 ? 'run' : 'runs'}.`,
            tableOf([['Page', 'Performance', 'Accessibility', 'Best practices', 'SEO', 'Points lost to'], ...pages]),
          ]
        : []),
    ].join('\n\n');
    console.log(text);
    if (!isOursOnly && !isSearchOnly) await keepSection('Side by side', text);
    for (const { served } of trials) served.stop();
  } finally {
    own.copy.delete();
    await browser.close();
  }
}

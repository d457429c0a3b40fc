import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProjectCopy } from '../../tests/support/project-copy.ts';
import type { PageText } from './page-texts.ts';
import { filesOfRival, type Rival } from './rivals.ts';
import { type Cost, runMeasured } from './run-measured.ts';

/** A site that can be built again and again, and then visited. */
export interface Site {
  name: string;
  /** The folder that its build makes. */
  output: string;
  addressOf: (path: string) => string;
  /** Selects the answers that its search shows; undefined where only the build is measured. */
  answers: string | undefined;
  /** Builds from nothing, and tells what that took. */
  build(): Promise<Cost>;
}

const together = (costs: readonly Cost[]): Cost => ({
  wallSeconds: costs.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0),
  cpuSeconds: costs.reduce((sum, { cpuSeconds = Number.NaN }) => sum + cpuSeconds, 0),
  peakBytes: Math.max(...costs.map(({ peakBytes = Number.NaN }) => peakBytes)),
});

/** This site, in a copy of the project, so that its own dist/ stays as it is. */
export function ownSite(name = 'This site'): Site & { copy: ProjectCopy } {
  const copy = new ProjectCopy();
  return {
    name,
    copy,
    output: join(copy.folder, 'dist'),
    addressOf: (path) => `/${path}/`,
    answers: '#search-results a[href]',
    build: () => {
      for (const cache of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
        rmSync(join(copy.folder, cache), { recursive: true, force: true });
      return runMeasured([process.execPath, 'src/build/build-site.ts'], copy.folder);
    },
  };
}

/** Runs npm where the benchmark itself was started by it, else the one on the path. */
export function install(folder: string): void {
  const npm = process.env['npm_execpath'];
  const [program, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const { status, stderr } = spawnSync(
    program,
    [...before, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'development' } },
  );
  if (status !== 0) throw new Error(`npm install failed in ${folder}; the benchmark needs the registry.\n${stderr}`);
}

/** Writes files below a folder, and installs their packages where these have changed. */
export function lay(folder: string, files: Record<string, string>): void {
  const manifest = join(folder, 'package.json');
  const isInstalled = existsSync(manifest) && readFileSync(manifest, 'utf8') === files['package.json'];
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (!isInstalled || !existsSync(join(folder, 'node_modules'))) install(folder);
}

/** A rival's project with the texts of this site's pages, in a folder of its own below `scratch`. */
export function rivalSite(rival: Rival, texts: readonly PageText[], scratch: string): Site {
  const folder = join(scratch, rival.folder);
  if (rival.pages !== '.') rmSync(join(folder, rival.pages), { recursive: true, force: true });
  lay(folder, filesOfRival(rival, texts));
  return {
    name: rival.name,
    output: join(folder, rival.output),
    addressOf: rival.addressOf,
    answers: rival.answers,
    build: async () => {
      for (const cache of [...rival.caches, rival.output])
        rmSync(join(folder, cache), { recursive: true, force: true });
      const costs: Cost[] = [];
      for (const [script = '', ...rest] of rival.build)
        costs.push(await runMeasured([process.execPath, join('node_modules', script), ...rest], folder));
      return together(costs);
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumOptions } from '../../tests/support/browser.ts';

/** The four scores, from 0 to 100, and the audits that cost points. */
export interface LighthouseScores {
  scores: Record<'performance' | 'accessibility' | 'best-practices' | 'seo', number>;
  lost: string[];
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null }>;
}

export const lighthouseVersion = '13.5.0';

/** Lighthouse as its guide runs it, for a phone, in the Chromium of the tests; `folder` holds its package. */
export async function runLighthouse(folder: string, address: string): Promise<LighthouseScores> {
  const { executablePath, args = [] } = chromiumOptions() ?? {};
  const output = join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      'node_modules/lighthouse/cli/index.js',
      address,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      `--chrome-flags=--headless=new ${args.join(' ')}`,
    ],
    { cwd: folder, env: { ...process.env, ...(executablePath ? { CHROME_PATH: executablePath } : {}) } },
  );
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0) throw new Error(`Lighthouse failed on ${address}:\n${said.slice(-2000)}`);
  const { categories, audits } = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const scoreOf = (name: string) => Math.round((categories[name]?.score ?? Number.NaN) * 100);
  const lost = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
  );
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    lost,
  };
}

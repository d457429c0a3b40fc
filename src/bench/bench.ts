/**
 * Measures this site beside others of the same size, or before and after growing:
 *
 *   npm run bench                     everything, into RESULTS.md
 *   npm run bench -- --only ours      this site alone, printed
 *   npm run bench -- --search         the rows of search alone, printed
 *   npm run bench -- --growth         ten times the pages, into RESULTS.md
 *   npm run bench -- --engines        the library behind search and others in its place, over dist/, into RESULTS.md
 *
 * Further: --rounds 5, --builds 3, --lighthouse 3 (runs of it), --scratch FOLDER to keep what was fetched for the next run.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareEngines } from './compare-engines.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureSites } from './measure-sites.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    search: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    engines: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    builds: { type: 'string', default: '3' },
    lighthouse: { type: 'string', default: '3' },
    scratch: { type: 'string' },
  },
});
if (values.only !== undefined && values.only !== 'ours')
  throw new Error(`--only ${values.only} is unknown; --only ours measures this site alone.`);

const scratch = values.scratch ? resolve(values.scratch) : mkdtempSync(join(tmpdir(), 'sip-codes-bench-'));
mkdirSync(scratch, { recursive: true });
try {
  if (values.growth) await measureGrowth(Number(values.builds));
  else if (values.engines) await compareEngines(scratch);
  else
    await measureSites({
      scratch,
      isOursOnly: values.only === 'ours',
      isSearchOnly: values.search,
      lighthouseRuns: values.search ? 0 : Number(values.lighthouse),
      rounds: Number(values.rounds),
      builds: values.search ? 0 : Number(values.builds),
    });
} finally {
  if (!values.scratch) rmSync(scratch, { recursive: true, force: true });
}

/**
 * Builds the site into dist/, whole or not at all: into a folder of its own first, which takes the place of dist/
 * only when every step has passed. A failed render would else leave a partial dist/ behind.
 */
import { spawn } from 'node:child_process';
import { rmSync, renameSync } from 'node:fs';
import { assertWholeContent } from '../checks/whole-content.ts';

const building = '.astro/building';

/** Runs `astro build`, shows what it says, and resolves to its exit code and the warnings among its lines. */
function astroBuild(): Promise<{ exitCode: number; warnings: string[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', building], {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CONTENT_IS_WHOLE: 'yes' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on('close', (exitCode) => {
      resolve({ exitCode: exitCode ?? 1, warnings: output.split('\n').filter((line) => line.includes('[WARN]')) });
    });
  });
}

function fail(reason: string): never {
  rmSync(building, { recursive: true, force: true });
  console.error(reason);
  process.exit(1);
}

try {
  assertWholeContent();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
rmSync(building, { recursive: true, force: true });
// What Astro keeps of an earlier build lacks the fields that a schema has got since: only content.config.ts itself counts
// as a change to it.
rmSync('node_modules/.astro/data-store.json', { force: true });
const { exitCode, warnings } = await astroBuild();
if (exitCode !== 0) fail('The build failed; dist/ is as it was.');
if (warnings.length > 0)
  fail(`The build warned, and a warning here is a fault; dist/ is as it was:\n${warnings.join('\n')}`);
rmSync('dist', { recursive: true, force: true });
renameSync(building, 'dist');

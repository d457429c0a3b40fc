/** The first step of `npm run test:site`: a Chromium for the tests, found or installed, or one sentence that says which. */
import { spawnSync } from 'node:child_process';
import { chromiumOptions } from './browser.ts';

/** Runs a command in sight of the reader, and tells whether it succeeded. */
const succeeds = (command: string, ...args: string[]): boolean => {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

const isDebianRoot =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** The ways to a browser, in order; each is tried only while there is none. */
const ways = [
  () => succeeds(process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium'),
  () =>
    isDebianRoot && succeeds('apt-get', 'update') && succeeds('apt-get', 'install', '-y', 'chromium-headless-shell'),
  () => isDebianRoot && succeeds('apt-get', 'install', '-y', 'chromium'),
];

for (const way of ways) if (!chromiumOptions()) way();

if (!chromiumOptions()) {
  console.error(
    'The browser tests need a Chromium, and none was found or could be installed: install Chromium, Google Chrome or ' +
      'Microsoft Edge in its usual place, or run "npx playwright install chromium" where there is a network.',
  );
  process.exit(1);
}

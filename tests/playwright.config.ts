import { defineConfig, devices } from 'playwright/test';
import { chromiumOptions, firefoxOptions } from './support/browser.ts';

/** Not Astro's own port: a preview that the reader has open stays untouched. */
const port = Number(process.env['TEST_PORT'] ?? 4390);
const base = `${(process.env['BASE_PATH'] ?? '').replace(/\/$/, '')}/`;
const firefox = firefoxOptions();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a fault of the test or of the site.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 120_000,
  // A busy machine is slow, and slowness is no fault of the site.
  expect: { timeout: 20_000 },
  use: {
    // The slash at the end lets page objects give addresses below any base.
    baseURL: `http://localhost:${port}${base}`,
    // Requests of a service worker can't be intercepted; the tests of offline reading allow it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'chromium', use: { ...devices['Desktop Chrome'], launchOptions: chromiumOptions() ?? {} } },
    ...(firefox
      ? [
          {
            name: 'firefox',
            // What differs between browsers. Themes don't: a Firefox over WebDriver BiDi can't be told the system's colors.
            testMatch: /(?:keyboard|search|offline.*)\.spec\.ts/,
            use: { ...devices['Desktop Firefox'], launchOptions: firefox },
          },
        ]
      : []),
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} node_modules/astro/bin/astro.mjs preview --ignore-lock --port ${port}`,
    cwd: '..',
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    url: `http://localhost:${port}${base}`,
    reuseExistingServer: false,
  },
});

/** Which browsers the tests use: Playwright's own where they are installed, else the system's. */
import { existsSync } from 'node:fs';
import { chromium, firefox, type LaunchOptions } from 'playwright';

const windowsFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const systemChromium: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    // Debian's Chromium without its windows draws the same pages in a third of the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: windowsFolders.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Chromium\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** Else Chromium looks up hosts of its own at each start, which a closed network refuses many at a time. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

const isRoot = process.getuid?.() === 0;

/** How to start a Chromium: Playwright's own, or a system Chromium, Chrome or Edge; undefined where there is none. */
export function chromiumOptions(): LaunchOptions | undefined {
  const args = isRoot ? ['--no-sandbox', ...quiet] : quiet;
  if (existsSync(chromium.executablePath())) return { args };
  const executablePath = systemChromium[process.platform]?.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { args, executablePath };
}

/** How to start a Firefox: Playwright's own, or Debian's Firefox ESR; undefined where there is none. */
export function firefoxOptions(): LaunchOptions | undefined {
  if (existsSync(firefox.executablePath())) return {};
  const executablePath = ['/usr/bin/firefox-esr'].find((path) => existsSync(path));
  // A Firefox that Playwright did not build speaks WebDriver BiDi, which this channel stands for.
  return executablePath === undefined ? undefined : { channel: 'moz-firefox', executablePath };
}

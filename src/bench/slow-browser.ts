/** A real Chromium under the profile of a slow phone: 1.6 Mb/s, 150 ms, a processor four times slower. */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../../tests/support/browser.ts';

export const profile = { megabitsPerSecond: 1.6, latency: 150, cpuSlowdown: 4 };

const bytesPerSecond = (profile.megabitsPerSecond * 1e6) / 8;
const networkConditions = {
  offline: false,
  latency: profile.latency,
  downloadThroughput: bytesPerSecond,
  uploadThroughput: bytesPerSecond,
};

/** Starts the Chromium that the tests use; throws where there is none. */
export function startBrowser(): Promise<Browser> {
  const options = chromiumOptions();
  if (!options) throw new Error('The benchmark needs a Chromium, and none was found; install Chromium.');
  return chromium.launch(options);
}

/** Slows the requests of a page's workers too: a worker is a target of its own, and starts at full speed. */
async function slowWorkers(session: CDPSession): Promise<void> {
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const orders = [
      { id: 1, method: 'Network.enable', params: {} },
      { id: 2, method: 'Network.emulateNetworkConditions', params: networkConditions },
      { id: 3, method: 'Runtime.runIfWaitingForDebugger', params: {} },
    ];
    for (const order of orders)
      session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(order) }).catch(() => undefined);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
}

/** A page with an empty cache under the profile, for one measurement; the callback's answer is the answer. */
export async function withSlowPage<Answer>(
  browser: Browser,
  measure: (page: Page, session: CDPSession) => Promise<Answer>,
): Promise<Answer> {
  // The offline copy comes after the page and would make one visit differ from the next.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    await session.send('Network.emulateNetworkConditions', networkConditions);
    await session.send('Emulation.setCPUThrottlingRate', { rate: profile.cpuSlowdown });
    await slowWorkers(session);
    return await measure(page, session);
  } finally {
    await context.close();
  }
}

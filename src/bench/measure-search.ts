import type { Browser, CDPSession, Page } from 'playwright';
import type { Served } from './serve-folder.ts';
import { withSlowPage } from './slow-browser.ts';

/** One use of a site's search, from the key that opens it. Times in milliseconds. */
export interface SearchUse {
  firstAnswer: number;
  /** Bytes and requests asked for until the answer stood in the page, in brotli where they are text. */
  bytes: number;
  requests: number;
  /** A second code, with all that search needs there: until it is shown, and the work for it. */
  nextAnswer: number;
  nextWork: number;
}

interface Watching {
  begun: number | undefined;
  /** When the answer stood in the page, and when the frame with it was drawn. */
  found: number | undefined;
  shown: number | undefined;
}

/** Runs in the page: notes the time of the next key, and of the first frame that shows an answer with the code. */
function watch([answers, code]: [string, string]): void {
  const watching: Watching = { begun: undefined, found: undefined, shown: undefined };
  Object.assign(globalThis, { benchWatching: watching });
  const note = ({ timeStamp }: Event) => {
    watching.begun ??= timeStamp;
  };
  addEventListener('keydown', note, { capture: true });
  addEventListener('input', note, { capture: true });
  const look = () => {
    const isShown = [...document.querySelectorAll<HTMLElement>(answers)].some(
      (answer) => answer.checkVisibility() && answer.textContent.includes(code),
    );
    if (!isShown) return;
    observer.disconnect();
    watching.found = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        watching.shown = performance.now();
      }),
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

async function shown(page: Page): Promise<{ begun: number; found: number; shown: number; origin: number }> {
  await page.waitForFunction(
    () => (globalThis as unknown as { benchWatching: Watching }).benchWatching.shown !== undefined,
    undefined,
    { timeout: 60_000, polling: 50 },
  );
  return page.evaluate(() => {
    const {
      begun = 0,
      found = 0,
      shown: at = 0,
    } = (globalThis as unknown as { benchWatching: Watching }).benchWatching;
    return { begun, found, shown: at, origin: performance.timeOrigin };
  });
}

/** The main thread's time in scripts, style and layout so far, in milliseconds. */
const workUntilNow = async (session: CDPSession) => {
  const { metrics } = await session.send('Performance.getMetrics');
  const parts = metrics.filter(({ name }) => /^(?:Script|RecalcStyle|Layout)Duration$/.test(name));
  return parts.reduce((sum, { value }) => sum + value, 0) * 1000;
};

/** Waits until the server has been asked for nothing for two seconds. */
async function quiet(page: Page, served: Served): Promise<void> {
  while (Date.now() - (served.answered.at(-1)?.at ?? 0) < 2000) await page.waitForTimeout(200);
}

/** Opens the search of a page that is at rest with Ctrl-K, types 486, and then 503; `answers` selects its results. */
export const useSearch = (browser: Browser, served: Served, path: string, answers: string): Promise<SearchUse> =>
  withSlowPage(browser, async (page, session) => {
    await page.goto(served.origin + path, { waitUntil: 'networkidle' });
    await quiet(page, served);
    served.answered.length = 0;
    await page.evaluate(watch, [answers, '486'] as [string, string]);
    await page.keyboard.press('Control+k');
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
    await page.keyboard.insertText('486');
    const first = await shown(page);
    const until = first.origin + first.found;
    const asked = served.answered.filter(({ at }) => at <= until);
    await quiet(page, served);
    await page.waitForTimeout(1000);
    await page.keyboard.press('Control+a');
    await page.evaluate(watch, [answers, '503'] as [string, string]);
    const before = await workUntilNow(session);
    await page.keyboard.insertText('503');
    // At rest for the work, without asking the page in between: to ask is work too.
    await page.waitForTimeout(1500);
    const nextWork = (await workUntilNow(session)) - before;
    const next = await shown(page);
    return {
      firstAnswer: first.shown - first.begun,
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: asked.length,
      nextAnswer: next.shown - next.begun,
      nextWork,
    };
  });

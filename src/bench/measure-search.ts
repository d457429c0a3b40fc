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

/** When the first key came, when the answer stood in the page, and when the frame with it was drawn. */
interface Times {
  begun: number;
  found: number;
  shown: number;
  /** What the others count from, as a time of day. */
  origin: number;
}

interface Watching {
  /** Resolves once a field has the focus. */
  focused: Promise<void>;
  answered: Promise<Times>;
}

/** Runs in the page: notes the time of the next key, and of the first frame that shows an answer with the code. */
function watch([answers, code]: [string, string]): void {
  const focused = new Promise<void>((resolve) => {
    addEventListener('focusin', ({ target }) => target instanceof HTMLInputElement && resolve());
  });
  let begun: number | undefined;
  const note = (event: Event) => {
    // Ctrl goes down before K, and opens nothing.
    if (!(event instanceof KeyboardEvent && event.key === 'Control')) begun ??= event.timeStamp;
  };
  addEventListener('keydown', note, { capture: true });
  addEventListener('input', note, { capture: true });
  const answered = new Promise<Times>((resolve, reject) => {
    setTimeout(() => reject(new Error('Search gave no answer within a minute.')), 60_000);
    const look = () => {
      const isShown = [...document.querySelectorAll<HTMLElement>(answers)].some(
        (answer) => answer.checkVisibility() && answer.textContent.includes(code),
      );
      if (!isShown) return;
      observer.disconnect();
      const found = performance.now();
      requestAnimationFrame(() =>
        setTimeout(() =>
          resolve({ begun: begun ?? 0, found, shown: performance.now(), origin: performance.timeOrigin }),
        ),
      );
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const watching: Watching = { focused, answered };
  Object.assign(globalThis, { benchWatching: watching });
}

/**
 * Waits for what `watch` noted. Not with `waitForFunction`, which looks again and again with a script of its own: a
 * slow page is busy with it for 80 ms, in the middle of what is measured.
 */
const focused = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { benchWatching: Watching }).benchWatching.focused);
const answered = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { benchWatching: Watching }).benchWatching.answered);

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
    await focused(page);
    await page.keyboard.insertText('486');
    const first = await answered(page);
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
    const next = await answered(page);
    return {
      firstAnswer: first.shown - first.begun,
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: asked.length,
      nextAnswer: next.shown - next.begun,
      nextWork,
    };
  });

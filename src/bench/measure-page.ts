import type { Browser } from 'playwright';
import type { Served } from './serve-folder.ts';
import { withSlowPage } from './slow-browser.ts';

/** One view of a page with an empty cache: bytes as sent, times in milliseconds from the start of the navigation. */
export interface PageView {
  htmlBytes: number;
  cssBytes: number;
  scriptBytes: number;
  otherBytes: number;
  requests: number;
  /** The page itself and all that the browser says blocks its rendering. */
  blockingRequests: number;
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  totalBlockingTime: number;
  layoutShift: number;
}

interface Observed {
  largestContentfulPaint: number;
  layoutShift: number;
  longTasks: { startTime: number; duration: number }[];
}

/** Runs in the page before anything of it. */
function observe(): void {
  const seen: Observed = { largestContentfulPaint: 0, layoutShift: 0, longTasks: [] };
  Object.assign(globalThis, { benchObserved: seen });
  const follow = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  follow('largest-contentful-paint', ({ startTime }) => {
    seen.largestContentfulPaint = startTime;
  });
  follow('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.layoutShift += value;
  });
  follow('longtask', ({ startTime, duration }) => {
    seen.longTasks.push({ startTime, duration });
  });
}

/** Runs in the page once it is quiet. */
function timings() {
  const { benchObserved: seen } = globalThis as unknown as { benchObserved: Observed };
  const firstContentfulPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  const resources = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
    renderBlockingStatus?: string;
  })[];
  return {
    blockingRequests: 1 + resources.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').length,
    firstContentfulPaint,
    largestContentfulPaint: seen.largestContentfulPaint,
    totalBlockingTime: seen.longTasks
      .filter(({ startTime }) => startTime >= firstContentfulPaint)
      .reduce((sum, { duration }) => sum + duration - 50, 0),
    layoutShift: seen.layoutShift,
  };
}

/** Visits a page once under the profile, until it has been quiet for two seconds. */
export const viewPage = (browser: Browser, served: Served, path: string): Promise<PageView> =>
  withSlowPage(browser, async (page) => {
    await page.addInitScript(observe);
    served.answered.length = 0;
    await page.goto(served.origin + path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1500);
    const asked = [...served.answered];
    const bytesOf = (mediaType: RegExp) =>
      asked.filter((answer) => mediaType.test(answer.mediaType)).reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      htmlBytes: bytesOf(/html/),
      cssBytes: bytesOf(/css/),
      scriptBytes: bytesOf(/javascript/),
      otherBytes: bytesOf(/^(?!.*(?:html|css|javascript))/),
      requests: asked.length,
      ...(await page.evaluate(timings)),
    };
  });

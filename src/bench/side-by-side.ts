/** The table that sets this site beside the others: what each row shows, and how much more the others take. */
import type { PageView } from './measure-page.ts';
import type { SearchUse } from './measure-search.ts';
import { tableOf } from './results.ts';
import type { Cost } from './run-measured.ts';
import type { LighthouseScores } from './run-lighthouse.ts';

/** All that was measured of one site, as medians. */
export interface Measured {
  name: string;
  /** Nothing for the empty page, which is the floor and no rival. */
  build?: Partial<Cost>;
  view?: Partial<PageView>;
  search?: Partial<SearchUse>;
  lighthouse?: LighthouseScores;
}

interface Row {
  name: string;
  of: (measured: Measured) => number | undefined;
  show: (figure: number) => string;
}

const whole = (figure: number) => Math.round(figure).toLocaleString('en');
const milliseconds = (figure: number) => `${whole(figure)} ms`;
const seconds = (figure: number) => `${figure.toFixed(1)} s`;

const rows: readonly Row[] = [
  { name: 'Build, wall', of: ({ build }) => build?.wallSeconds, show: seconds },
  { name: 'Build, CPU', of: ({ build }) => build?.cpuSeconds, show: seconds },
  { name: 'Build, peak memory', of: ({ build }) => build?.peakBytes, show: (bytes) => `${whole(bytes / 1e6)} MB` },
  { name: 'Code page: HTML, bytes', of: ({ view }) => view?.htmlBytes, show: whole },
  { name: 'Code page: CSS, bytes', of: ({ view }) => view?.cssBytes, show: whole },
  { name: 'Code page: JavaScript, bytes', of: ({ view }) => view?.scriptBytes, show: whole },
  { name: 'Code page: all else, bytes', of: ({ view }) => view?.otherBytes, show: whole },
  { name: 'Code page: requests', of: ({ view }) => view?.requests, show: whole },
  { name: 'Code page: blocking requests', of: ({ view }) => view?.blockingRequests, show: whole },
  { name: 'First contentful paint', of: ({ view }) => view?.firstContentfulPaint, show: milliseconds },
  { name: 'Largest contentful paint', of: ({ view }) => view?.largestContentfulPaint, show: milliseconds },
  { name: 'Total blocking time', of: ({ view }) => view?.totalBlockingTime, show: milliseconds },
  { name: 'Cumulative layout shift', of: ({ view }) => view?.layoutShift, show: (shift) => shift.toFixed(3) },
  { name: 'Search: opened to first answer', of: ({ search }) => search?.firstAnswer, show: milliseconds },
  { name: 'Search: bytes until then', of: ({ search }) => search?.bytes, show: whole },
  { name: 'Search: requests until then', of: ({ search }) => search?.requests, show: whole },
  { name: 'Search: next code, until shown', of: ({ search }) => search?.nextAnswer, show: milliseconds },
  { name: 'Search: next code, scripts, style and layout', of: ({ search }) => search?.nextWork, show: milliseconds },
  ...(['performance', 'accessibility', 'best-practices', 'seo'] as const).map((score): Row => ({
    name: `Lighthouse, code page: ${score}`,
    of: ({ lighthouse }) => lighthouse?.scores[score],
    show: whole,
  })),
];

/** How the first paints compare with the empty page's, which is the last of the sites, as a sentence. */
export function paintsOverEmpty(sites: readonly Measured[]): string {
  const floor = sites.at(-1)?.view?.firstContentfulPaint ?? Number.NaN;
  const ratios = sites.slice(0, -1).flatMap(({ name, view }) => {
    const paint = view?.firstContentfulPaint;
    return paint === undefined ? [] : [`${name} ${(paint / floor).toFixed(2)} ×`];
  });
  return `First contentful paint beside an empty page's: ${ratios.join(', ')}.`;
}

/** One row for each figure and one column for each site, with its ratio to the first, which is ours. */
export function sideBySide(sites: readonly Measured[]): string {
  const [ours] = sites;
  const lines = rows.map(({ name, of, show }) => [
    name,
    ...sites.map((site) => {
      const figure = of(site);
      if (figure === undefined || Number.isNaN(figure)) return '–';
      const own = ours && of(ours);
      const isRatio = site.build && site !== ours && own !== undefined && own > 0 && !name.startsWith('Lighthouse');
      return isRatio ? `${show(figure)} (${(figure / own).toFixed(2)} ×)` : show(figure);
    }),
  ]);
  return tableOf([
    ['', ...sites.map(({ name }) => name)],
    ...lines.filter((cells) => cells.slice(1).some((cell) => cell !== '–')),
  ]);
}

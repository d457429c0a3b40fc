/** The response headers that every host sends, as one table that each host's own file is written from. */

/** Headers for the addresses that a pattern matches; `*` stands for any characters. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** The features that the site never asks for, so that nothing that slips into a page can. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** The headers of every answer. The policy is the pages' own, with what a meta element can't say. */
const safetyHeaders = (policy: string): Record<string, string> => ({
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  // Searches hold what people paste from their traces: no other site learns of them.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
});

/** Files whose name changes with their content. */
const hashedPatterns = ['/assets/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/*.pf_meta'];

const forOthers = /^(?!(?:pagefind|search-index|_hosting)\/|(?:offline-files|short-links)\.json$|robots\.txt$)/;
const dataExtension = /\.(?:json|csv|md|txt|xml|pcap)$/;

const expressionOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.+?^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`);

/** Whether a pattern of a rule matches an address below the base: "/codes/486.json". */
export const isMatch = (pattern: string, address: string): boolean => expressionOf(pattern).test(address);

/** The regular expression of a pattern as text, for hosts that want one. */
export const expressionTextOf = (pattern: string): string => expressionOf(pattern).source.replaceAll('\\/', '/');

/** Patterns for the files that others may read from their own pages: one for each folder and extension. */
function dataPatternsOf(paths: readonly string[]): string[] {
  const patterns = new Set(
    paths
      .filter((path) => forOthers.test(path) && dataExtension.test(path))
      .map((path) => (path.includes('/') ? `/${path.replace(/[^/]*(?=\.\w+$)/, '*')}` : `/${path}`)),
  );
  // Two rules for one address would send the header twice, which browsers refuse.
  const isCovered = (pattern: string) => [...patterns].some((other) => other !== pattern && isMatch(other, pattern));
  return [...patterns].filter((pattern) => !isCovered(pattern)).sort();
}

/** The files among the built site's that keep their content as long as they keep their name. */
export const hashedFilesOf = (paths: readonly string[]): string[] =>
  paths.filter((path) => hashedPatterns.some((pattern) => isMatch(pattern, `/${path}`))).sort();

/** The rules for a site with these files, paths below its base. */
export const headerRulesOf = (paths: readonly string[], policy: string): HeaderRule[] => [
  { path: '/*', headers: safetyHeaders(policy) },
  ...hashedPatterns.map((path) => ({ path, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } })),
  ...dataPatternsOf(paths).map((path) => ({ path, headers: { 'Access-Control-Allow-Origin': '*' } })),
];

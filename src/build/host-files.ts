/** The same rules in the words of each host: Cloudflare Pages and Netlify, nginx, Caddy. */
import { expressionTextOf, type HeaderRule } from './header-rules.ts';

const madeByBuild = '# Made by the build (src/build/host-files.ts). Change it there.';

/** What nginx and Caddy send where no rule speaks; the other hosts' own default says the same. */
const revalidation = 'no-cache';

const linesOf = (...parts: (string | string[])[]): string => `${[madeByBuild, ...parts.flat()].join('\n')}\n`;

/** What Cloudflare Pages reads; it drops the rest with a mere warning. */
const most = { redirects: 2000, headers: 100, headerLine: 2000 };

/** The short links as people may write them: hosts compare whole paths. Those with a slash come last. */
const withAndWithoutSlash = (links: Readonly<Record<string, string>>): [string, string][] => [
  ...Object.entries(links),
  ...Object.entries(links).map(([from, to]): [string, string] => [`${from}/`, to]),
];

/** `_headers`, for Cloudflare Pages and Netlify. Throws where it holds more than Cloudflare reads: pages would be unsafe. */
export function headersFile(rules: readonly HeaderRule[], base: string): string {
  const lines = rules.map(({ path, headers }) => [
    `${base}${path}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const long = lines.flat().find((line) => line.length > most.headerLine);
  if (rules.length > most.headers || long) {
    const fault = long ? `the line "${long.slice(0, 40)}…" of ${long.length} characters` : `${rules.length} rules`;
    throw new Error(
      `_headers would have ${fault}, and Cloudflare Pages reads ${most.headers} rules of lines of ${most.headerLine}; ` +
        'use fewer inline styles and scripts, or fewer folders of data.',
    );
  }
  return linesOf(lines.flat());
}

/**
 * `_redirects`, for Cloudflare Pages and Netlify. Cloudflare would send `page.html` on to `page`, and no service worker
 * keeps an answer that was sent on: the rules with 200 keep such files at their own address. Short links beyond
 * Cloudflare's limit are left out, those with a slash first, and the last line says how many.
 */
export function redirectsFile(links: Readonly<Record<string, string>>, paths: readonly string[], base: string): string {
  const files = paths.filter((path) => path.endsWith('.html') && !path.endsWith('index.html'));
  const redirects = [
    ...files.map((path) => `${base}/${path} ${base}/${path.replace(/\.html$/, '')} 200`),
    ...withAndWithoutSlash(links).map(([from, to]) => `${base}${from} ${base}${to} 301`),
  ];
  const excess = Math.max(redirects.length - most.redirects, 0);
  return linesOf(
    redirects.slice(0, most.redirects),
    excess > 0 ? [`# Left out: ${excess} more, since Cloudflare Pages reads ${most.redirects}.`] : [],
  );
}

/** A value between double quotes, which nginx and Caddy read alike. */
const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** A header's variable in nginx: "$site_cache_control". */
const variableOf = (name: string): string => `$site_${name.toLowerCase().replaceAll('-', '_')}`;

/** nginx's part: one variable for each header, and `$site_short_link`; deploy/nginx.conf uses them. */
export function nginxPart(rules: readonly HeaderRule[], links: Readonly<Record<string, string>>, base: string): string {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const maps = names.map((name) => {
    const values = rules.flatMap(({ path, headers }) => {
      const value = headers[name];
      if (value === undefined) return [];
      return `  ${path === '/*' ? 'default' : quoted(`~${expressionTextOf(`${base}${path}`)}`)} ${quoted(value)};`;
    });
    const fallback = name === 'Cache-Control' ? [`  default ${quoted(revalidation)};`] : [];
    return [`map $uri ${variableOf(name)} {`, ...fallback, ...values, '}'].join('\n');
  });
  const redirects = withAndWithoutSlash(links).map(([from, to]) => `  ${quoted(base + from)} ${quoted(base + to)};`);
  return linesOf(maps, 'map $uri $site_short_link {', redirects, '}');
}

/** Caddy's part: the headers, and the placeholder `site_short_link`; deploy/Caddyfile uses it. */
export function caddyPart(rules: readonly HeaderRule[], links: Readonly<Record<string, string>>, base: string): string {
  const headers = rules.map((rule, at) => {
    const matcher = rule.path === '/*' ? '' : `@rule${at} `;
    const values = Object.entries(rule.headers).map(([name, value]) => `header ${matcher}${name} ${quoted(value)}`);
    return [...(matcher ? [`${matcher}path ${base}${rule.path}`] : []), ...values].join('\n');
  });
  const redirects = withAndWithoutSlash(links).map(([from, to]) => `\t${base}${from} ${base}${to}`);
  return linesOf(
    headers,
    `header ?Cache-Control ${revalidation}`,
    'map {path} {site_short_link} {',
    redirects,
    '\tdefault ""',
    '}',
  );
}

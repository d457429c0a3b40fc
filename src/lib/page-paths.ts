import { readdirSync } from 'node:fs';
import type { Reference } from './model.ts';
import { causePath, classPath, codePath, comparisonPath, pathTo, stackPath, symptomPath } from './paths.ts';

const folder = 'src/pages';

/** The page that asks search engines to stay away, and the one that the build makes another file of. */
const unlisted = new Set(['404', 'sip-status-codes']);

const pathsOfRoute: Record<string, (reference: Reference) => string[]> = {
  'causes/[cause]': ({ causes }) => causes.map(({ cause }) => causePath(cause)),
  'classes/[responseClass]': ({ classes }) => classes.map((responseClass) => classPath(responseClass.class)),
  'codes/[code]': ({ codes }) => codes.map(({ code }) => codePath(code)),
  'compare/[id]': ({ comparisons }) => comparisons.map(({ id }) => comparisonPath(id)),
  'stacks/[slug]': ({ stacks }) => stacks.map(({ slug }) => stackPath(slug)),
  'symptoms/[slug]': ({ symptoms }) => symptoms.map(({ slug }) => symptomPath(slug)),
};

/** The paths of all pages that search engines may list, with the base; throws where a new route has no line here. */
export function pagePathsOf(reference: Reference): string[] {
  const routes = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.replace(/\.astro$/, ''))
    .filter((route) => !unlisted.has(route));
  return routes
    .flatMap((route) => {
      if (!route.includes('[')) return [pathTo(`/${route.replace(/(^|\/)index$/, '')}/`.replace('//', '/'))];
      const pathsOf = pathsOfRoute[route];
      if (!pathsOf)
        throw new Error(
          `${folder}/${route}.astro has no line in src/lib/page-paths.ts, so its pages would be missing in the sitemap; add one.`,
        );
      return pathsOf(reference);
    })
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

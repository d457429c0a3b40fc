import type { APIRoute } from 'astro';
import { pagePathsOf } from '../lib/page-paths.ts';
import { readWholeReference } from '../lib/reference.ts';
import { xmlAnswerOf, xmlTextOf } from '../lib/xml.ts';

// No dates: the pages of one build change together, and a date that says nothing is worse than none.
export const GET: APIRoute = async ({ site }) =>
  xmlAnswerOf([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pagePathsOf(await readWholeReference()).map(
      (path) => `<url><loc>${xmlTextOf(new URL(path, site).href)}</loc></url>`,
    ),
    '</urlset>',
  ]);

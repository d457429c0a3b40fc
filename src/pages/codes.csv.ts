import type { APIRoute } from 'astro';
import { codesCsvOf } from '../lib/code-columns.ts';
import { recordOf } from '../lib/code-record.ts';
import { allCodes } from '../lib/reference.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(codesCsvOf((await allCodes()).map((status) => recordOf(status, site))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });

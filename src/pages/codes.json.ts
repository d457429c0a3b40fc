import type { APIRoute } from 'astro';
import { recordOf } from '../lib/code-record.ts';
import { allCodes } from '../lib/reference.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json((await allCodes()).map((status) => recordOf(status, site)));

import type { APIRoute } from 'astro';
import { causeRecordOf } from '../lib/cause-record.ts';
import { readWholeReference } from '../lib/reference.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json((await readWholeReference()).causes.map((cause) => causeRecordOf(cause, site)));

import type { APIRoute } from 'astro';
import { llmsTextOf } from '../lib/markdown/llms.ts';
import { readWholeReference } from '../lib/reference.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsTextOf(await readWholeReference(), site), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });

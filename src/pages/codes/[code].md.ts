import type { APIRoute } from 'astro';
import { markdownOf } from '../../lib/markdown/code-page.ts';
import { allCodes, readWholeReference, type StatusCode } from '../../lib/reference.ts';

export const getStaticPaths = async () =>
  (await allCodes()).map((status) => ({ params: { code: String(status.code) }, props: { status } }));

export const GET: APIRoute<{ status: StatusCode }> = async ({ props, site }) =>
  new Response(markdownOf(props.status, await readWholeReference(), site), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });

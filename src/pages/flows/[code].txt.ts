import type { APIRoute } from 'astro';
import { allCodes } from '../../lib/reference.ts';

export const getStaticPaths = async () =>
  (await allCodes()).flatMap(({ code, flow }) =>
    flow ? [{ params: { code: String(code) }, props: { text: flow.text } }] : [],
  );

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

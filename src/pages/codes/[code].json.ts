import type { APIRoute } from 'astro';
import { fullRecordOf } from '../../lib/code-record.ts';
import { allCodes, type StatusCode } from '../../lib/reference.ts';

export const getStaticPaths = async () =>
  (await allCodes()).map((status) => ({ params: { code: String(status.code) }, props: { status } }));

export const GET: APIRoute<{ status: StatusCode }> = ({ props, site }) =>
  Response.json(fullRecordOf(props.status, site));

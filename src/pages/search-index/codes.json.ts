import type { APIRoute } from 'astro';
import { readWholeReference } from '../../lib/reference.ts';
import type { CodeLines } from '../../lib/search/documents.ts';
import { codeLinesOf } from '../../lib/search/documents-of.ts';

export const GET: APIRoute = async () => {
  const file: CodeLines = { codes: codeLinesOf(await readWholeReference()) };
  return Response.json(file);
};

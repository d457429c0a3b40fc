import type { APIRoute } from 'astro';
import { readWholeReference } from '../../lib/reference.ts';
import type { WordFile } from '../../lib/search/documents.ts';
import { documentsOf } from '../../lib/search/documents-of.ts';

export const GET: APIRoute = async () => {
  const file: WordFile = { documents: documentsOf(await readWholeReference()) };
  return Response.json(file);
};

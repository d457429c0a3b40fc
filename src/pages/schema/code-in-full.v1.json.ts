import type { APIRoute } from 'astro';
import { codeInFullContract } from '../../lib/contracts/code-in-full-contract.ts';
import { schemaAnswerOf } from '../../lib/contracts/json-schema-of.ts';

export const GET: APIRoute = ({ site }) =>
  schemaAnswerOf(codeInFullContract, { name: 'code-in-full.v1', title: 'A file such as /codes/486.json', site });

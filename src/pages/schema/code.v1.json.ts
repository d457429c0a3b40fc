import type { APIRoute } from 'astro';
import { codeContract } from '../../lib/contracts/code-contract.ts';
import { schemaAnswerOf } from '../../lib/contracts/json-schema-of.ts';

export const GET: APIRoute = ({ site }) =>
  schemaAnswerOf(codeContract, { name: 'code.v1', title: 'An entry of /codes.json', site });

import type { APIRoute } from 'astro';
import { causeContract } from '../../lib/contracts/cause-contract.ts';
import { schemaAnswerOf } from '../../lib/contracts/json-schema-of.ts';

export const GET: APIRoute = ({ site }) =>
  schemaAnswerOf(causeContract, { name: 'cause.v1', title: 'An entry of /causes.json', site });

import type { APIRoute } from 'astro';
import { feedOf } from '../lib/feed.ts';
import { allCodes } from '../lib/reference.ts';
import { xmlAnswerOf } from '../lib/xml.ts';

export const GET: APIRoute = async ({ site }) => xmlAnswerOf(feedOf(await allCodes(), site), 'application/atom+xml');

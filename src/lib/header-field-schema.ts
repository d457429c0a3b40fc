import { z } from 'astro/zod';
import { citationSchema, evidenceSchema, sentence } from './code-schema.ts';

/** A file in content/header-fields/, named after the field: Retry-After.yaml. */
export const headerFieldSchema = z.strictObject({
  reads: sentence.max(200, 'is longer than 200 characters').describe('What to read in it, in one sentence'),
  ...citationSchema.shape,
  details: z.array(sentence).default([]),
  values: z
    .array(z.strictObject({ value: sentence, means: sentence }))
    .default([])
    .describe('Its values, such as warn-codes'),
  howTo: z
    .array(z.strictObject({ stack: sentence, example: z.string().min(1), source: evidenceSchema.optional() }))
    .default([]),
  aliases: z.array(sentence).default([]),
});

export type HeaderFieldFacts = z.output<typeof headerFieldSchema>;

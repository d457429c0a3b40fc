import { z } from 'astro/zod';
import { evidenceSchema, sentence } from './code-schema.ts';

/** A file in content/comparisons/. The compared codes come from its name: 480-486.yaml. */
export const comparisonSchema = z.strictObject({
  difference: sentence.max(300, 'is longer than 300 characters').describe('The difference in one sentence'),
  rules: z
    .array(z.strictObject({ when: sentence, send: z.int().min(100).max(699) }))
    .min(2, 'needs a rule for each code')
    .describe('For senders: which code to send when'),
  clues: z.array(sentence).min(1).describe('For readers: what in the trace tells them apart'),
  inPractice: sentence.optional().describe('What stacks and operators really do'),
  aliases: z.array(sentence).default([]).describe('What people type who ask this'),
  sources: z.array(evidenceSchema).min(1),
});

export type ComparisonFacts = z.output<typeof comparisonSchema>;

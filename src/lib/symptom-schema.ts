import { z } from 'astro/zod';
import { evidenceSchema, sentence } from './code-schema.ts';

/** A file in content/symptoms/. Its name is the slug of its page. */
export const symptomSchema = z.strictObject({
  title: sentence.max(90, 'is longer than 90 characters').describe('What the reader sees, as the reader would say it'),
  summary: sentence.max(220, 'is longer than 220 characters').describe('What it mostly is, in one sentence'),
  aliases: z.array(sentence).min(2, 'needs the words that people type').describe('What people type who have it'),
  lookFirst: z.array(sentence).min(1).describe('What to look at before anything else'),
  branches: z
    .array(
      z.strictObject({
        see: sentence.describe('What the trace shows'),
        means: sentence,
        codes: z.array(z.int().min(100).max(699)).default([]),
        act: sentence.describe('What to do now'),
        proof: sentence.optional().describe('What confirms it'),
        sources: z.array(evidenceSchema).optional(),
      }),
    )
    .min(2, 'needs at least two branches, or it decides nothing'),
  sources: z.array(evidenceSchema).min(1),
});

export type SymptomFacts = z.output<typeof symptomSchema>;

import { z } from 'astro/zod';
import { citationSchema } from './code-schema.ts';

const ruled = z.strictObject({ effect: z.string().min(1), ...citationSchema.shape });

/** Front matter of a file in content/classes/. The class itself comes from the file's name. */
export const classSchema = z.strictObject({
  name: z.string().min(1).describe('As RFC 3261 section 21 calls it'),
  gist: z
    .string()
    .min(1)
    .max(40, 'is longer than 40 characters')
    .describe('A few words for the board on the home page'),
  summary: z.string().min(1).max(160, 'is longer than 160 characters'),
  definedIn: z.array(citationSchema).min(1),
  forking: ruled.describe('What a forking proxy does with a response of this class'),
  unknown: z
    .strictObject({ treatedAs: z.int().min(100).max(600), rule: z.string().min(1), ...citationSchema.shape })
    .describe('How a code of this class is treated that the receiver does not know'),
});

export type ClassFacts = z.output<typeof classSchema>;

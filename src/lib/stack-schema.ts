import { z } from 'astro/zod';
import { sentence } from './code-schema.ts';

/** What a fact about a stack is about. */
export const stackFactKinds = [
  'constant', // its name for a code or a cause
  'sends', // when it sends the code of its own accord
  'maps-to', // what it makes of a received code
  'maps-from', // what of its own becomes this code
  'phrase', // a phrase that differs from the registered one
  'missing', // a code that it doesn't know
  'log', // a line in its log
  'config', // how to send, change or see it
  'timer', // a default that leads to it
  'filter', // how to find it in this tool
] as const;

/** A file in content/stacks/: one stack or tool, each fact with its place in the source at a commit, or a page. */
export const stackSchema = z.strictObject({
  name: sentence.describe('Asterisk (PJSIP)'),
  about: sentence.describe('What it is, in one sentence'),
  role: z.enum(['pbx', 'proxy', 'library', 'phone', 'service', 'gateway', 'tool']),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional(),
  // Astro's YAML reader makes a date of it, others a string.
  read: z
    .union([
      z.iso.date('is not a day of the calendar: write it like 2026-07-01'),
      z.date().transform((date) => date.toISOString().slice(0, 10)),
    ])
    .describe('The date of what was read'),
  howToSee: z.array(sentence).default([]).describe('How to see SIP messages and codes in its logs'),
  howToSet: z.array(sentence).default([]).describe('How to choose the code that it sends'),
  facts: z.array(
    z
      .strictObject({
        is: z.enum(stackFactKinds),
        code: z.int().min(100).max(699).optional(),
        cause: z.int().min(0).max(127).optional(),
        otherwise: sentence.optional().describe('What it maps without a row of its own: every other cause, other 5xx'),
        text: sentence.optional(),
        value: z.string().min(1).optional(),
        path: sentence.optional(),
        line: z.int().min(1).optional(),
        commit: z
          .string()
          .regex(/^[0-9a-f]{40}$/)
          .optional()
          .describe('Where it is not the file’s'),
        url: z.url({ protocol: /^https$/ }).optional(),
      })
      .refine(({ path, url }) => path !== undefined || url !== undefined, 'has no source: give a path or a url')
      .refine(
        ({ is, text, value }) => is === 'missing' || text !== undefined || value !== undefined,
        'says nothing: give a text or a value',
      ),
  ),
  seen: z
    .array(
      z.strictObject({
        code: z.int().min(100).max(699),
        phrase: sentence,
        version: sentence,
        captures: z.array(z.string().regex(/^\d{3}-[a-z0-9-]+$/)).min(1),
        note: sentence.optional(),
      }),
    )
    .default([])
    .describe('What it was seen to send of its own accord, in captures'),
});

export type StackFacts = z.output<typeof stackSchema>;

import { z } from 'astro/zod';
import { citationSchema, sentence } from './code-schema.ts';

const mapping = z.strictObject({
  code: z.int().min(100).max(699),
  when: sentence.optional().describe('The condition, where one cause maps to several codes'),
  ...citationSchema.shape,
});

/** A file in content/causes/. The Q.850 cause number comes from its name: 17.yaml. */
export const causeSchema = z.strictObject({
  name: sentence.describe('As ITU-T Q.850 and the RFCs call it: User busy'),
  meaning: sentence.describe('In own words, what the network says with it'),
  isup: z.array(mapping).default([]).describe('SIP status by RFC 3398 section 7.2.4.1'),
  qsig: z.array(mapping).default([]).describe('SIP status by RFC 4497 section 8.4.1'),
  fromSipWhen: z
    .array(mapping.required({ when: true }))
    .default([])
    .describe('SIP status that becomes this cause under a condition only'),
  misprint: z.strictObject({ printed: sentence, meant: sentence, ...citationSchema.shape }).optional(),
  note: sentence.optional(),
  aliases: z.array(sentence).default([]),
});

export type CauseFacts = z.output<typeof causeSchema>;

import { z } from 'astro/zod';
import { stackFactKinds } from '../stack-schema.ts';
import { causeNumber, citationKeys, codeNumber } from './citation-contract.ts';

const mapping = z
  .object({
    code: codeNumber.describe('The status code that the cause becomes'),
    when: z.string().optional().describe('The condition, where one cause becomes several codes'),
    ...citationKeys,
  })
  .meta({ id: 'CauseMapping', description: 'A status code that a cause becomes' });

/** An entry of /causes.json: a promise like the one of /codes.json. */
export const causeContract = z.object({
  cause: causeNumber.describe('The number of the cause'),
  name: z.string().describe('Its name in ITU-T Q.850 and the RFCs'),
  meaning: z.string().describe('What the network says with it'),
  isup: z.array(mapping).describe('The codes that it becomes, by RFC 3398'),
  qsig: z.array(mapping).describe('The codes that it becomes, by RFC 4497'),
  fromSip: z.array(codeNumber).describe('The codes that become it, by RFC 3398'),
  fromSipWhen: z.array(mapping).describe('The codes that become it under a condition only'),
  misprint: z
    .object({
      printed: z.string().describe('What the RFC prints'),
      meant: z.string().describe('What it means'),
      ...citationKeys,
    })
    .nullable()
    .describe('A misprint in an RFC about it'),
  note: z.string().nullable().describe('Where the mapping misleads'),
  aliases: z.array(z.string()).describe('Words that people search for it'),
  stacks: z
    .array(
      z.object({
        stack: z.string().describe('The stack, by the last part of its page’s address'),
        is: z
          .string()
          .meta({ examples: [...stackFactKinds] })
          .describe('What is said of it. An open list: new words may come'),
        code: codeNumber.optional().describe('The status code that the fact is about, too'),
        differs: z.boolean().optional().describe('True where the mapping is none of RFC 3398 and RFC 4497'),
        value: z.string().optional().describe('A constant, a log line, a setting, literally'),
        text: z.string().optional().describe('The fact in words'),
        source: z.url().describe('The line of source or the page that shows it'),
      }),
    )
    .describe('What real software calls it and makes of it'),
  url: z.url().describe('The permanent address of its page'),
});

import { z } from 'astro/zod';
import { senders } from '../code-schema.ts';
import { responseClasses } from '../response-class.ts';
import { causeNumber, citationContract, citationKeys, codeNumber } from './citation-contract.ts';

const citations = z.array(citationContract);
const causesOf = {
  toCause: causeNumber
    .nullable()
    .describe('The cause that a gateway sends for the code; null where the code never rejects an INVITE'),
  fromCauses: z.array(causeNumber).describe('The causes that a gateway turns into the code'),
};

/**
 * An entry of /codes.json: a promise to those who read the data, so it is written here on its own and not taken from
 * the schema of the content, which may change. Keys are added, never renamed, removed or given another meaning.
 */
export const codeContract = z.object({
  code: codeNumber.describe('The status code'),
  class: z.enum(responseClasses).describe('The class, by the first digit'),
  reasonPhrase: z.string().describe('The reason phrase as registered with IANA'),
  otherPhrases: z.array(z.string()).describe('Older or variant phrases met on the wire'),
  summary: z.string().max(160).describe('What it tells the caller’s side, in one sentence'),
  registration: z.enum(['registered', 'deprecated', 'unregistered']).describe('Its standing in the IANA registry'),
  definedIn: citations.describe('Where it is defined, the current definition first; empty where no current RFC does'),
  history: z
    .array(z.object({ change: z.string().describe('What changed'), ...citationKeys }))
    .describe('What the definition replaced'),
  methods: z
    .union([z.literal('any'), z.array(z.string()).min(1)])
    .describe('The request methods that it answers, or "any"'),
  sentBy: z
    .array(z.string().meta({ examples: [...senders] }))
    .min(1)
    .describe('The elements that send it. An open list: new words may come'),
  headerFields: z
    .array(
      z.object({
        name: z.string().describe('The header field'),
        presence: z.enum(['required', 'recommended', 'optional', 'conditional']).describe('How strictly'),
        purpose: z.string().describe('What it says in this response'),
        ...citationKeys,
      }),
    )
    .describe('The header fields with a rule for this code'),
  retry: z
    .object({
      when: z.enum(['no', 'after-change', 'after-delay', 'elsewhere', 'not-applicable']).describe('In one word'),
      advice: z.string().describe('In a sentence or two'),
      ...citationKeys,
    })
    .describe('Whether the request is worth sending again'),
  dialogEffect: z
    .enum(['transaction', 'usage', 'dialog', 'depends', 'creates-early', 'ends-early', 'confirms', 'none', 'redirects'])
    .describe('What it does to the dialog'),
  dialogNote: z.string().nullable().describe('Where the one word misleads'),
  forking: z
    .object({ effect: z.string().describe('In a sentence or two'), ...citationKeys })
    .describe('What a forking proxy does with it'),
  isup: z
    .object({ ...causesOf, note: z.string().nullable().describe('Where the numbers mislead') })
    .describe('Q.850 causes towards and from ISUP, by RFC 3398'),
  qsig: z.object(causesOf).nullable().describe('Q.850 causes towards and from QSIG, by RFC 4497'),
  lookalikes: z
    .array(
      z.object({
        code: codeNumber.describe('The other code'),
        difference: z.string().describe('What tells the two apart'),
      }),
    )
    .describe('Codes that it is confused with'),
  aliases: z.array(z.string()).describe('Words that people search for it'),
  citations: z
    .object({
      methods: citations.optional().describe('For methods'),
      sentBy: citations.optional().describe('For sentBy'),
      dialogEffect: citations.optional().describe('For dialogEffect'),
      isup: citations.optional().describe('For isup'),
      qsig: citations.optional().describe('For qsig'),
      otherPhrases: citations.optional().describe('For otherPhrases'),
    })
    .describe('Where the values without a citation of their own come from'),
  url: z.url().describe('The permanent address of its page'),
});

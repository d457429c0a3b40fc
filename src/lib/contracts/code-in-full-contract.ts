import { z } from 'astro/zod';
import { deployments } from '../code-schema.ts';
import { citationContract, citationKeys, evidenceContract } from './citation-contract.ts';
import { codeContract } from './code-contract.ts';

const { rfc, section, part } = citationKeys;
const citedAtTimes = { rfc: rfc.optional(), section: section.optional(), part };

const clue = z.object({
  see: z.string().describe('What the trace shows'),
  means: z.string().describe('Who sent it, then'),
  ...citedAtTimes,
});

const causeOfFailure = z.object({
  cause: z.string().describe('What went wrong'),
  likelihood: z.enum(['common', 'occasional', 'rare']).describe('How often'),
  where: z
    .array(z.string().meta({ examples: [...deployments] }))
    .describe('Where it is met. An open list: new words may come'),
  proof: z.string().describe('What in the trace proves it'),
  fixes: z
    .array(
      z.object({
        by: z.enum(['caller', 'callee', 'in between']).describe('The side that can act'),
        fix: z.string().describe('What to do'),
      }),
    )
    .min(1)
    .describe('What to do about it'),
  confirm: z.string().optional().describe('How to tell that the fix worked'),
  sources: z.array(evidenceContract).optional().describe('Where it was seen'),
});

/** What /codes/486.json holds: an entry of /codes.json with what fills the code's page. */
export const codeInFullContract = codeContract.extend({
  attestedBy: z.array(evidenceContract).describe('Where a code is defined or sent that no registry has'),
  misconceptions: z
    .array(
      z.object({ said: z.string().describe('What is said'), fact: z.string().describe('What is so'), ...citationKeys }),
    )
    .describe('What is commonly said of it and is wrong'),
  origin: z
    .object({
      clues: z.array(clue).describe('What in a trace tells the sender'),
      offTheWire: z
        .array(z.object({ when: z.string().describe('The case'), ...citedAtTimes }))
        .describe('Cases in which it never crossed the wire'),
    })
    .nullable()
    .describe('How to tell from a trace who sent it'),
  normal: z.string().nullable().describe('When it is no fault'),
  causes: z.array(causeOfFailure).describe('Causes and fixes, the likeliest first'),
  numbers: z
    .array(
      z.object({
        what: z.string().describe('What the number is'),
        value: z.string().describe('The number'),
        source: evidenceContract.optional().describe('Where it stands'),
      }),
    )
    .describe('Defaults, timers and constants of real software'),
  collect: z.array(z.string()).describe('What to collect before a ticket is opened'),
  sources: z.array(citationContract).describe('Every section of an RFC that the page cites'),
});

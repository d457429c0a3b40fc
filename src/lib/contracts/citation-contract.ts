import { z } from 'astro/zod';

const rfc = z.int().min(1).describe('The number of the RFC');
const section = z.string().describe('The section, such as "21.4.24", or an appendix, such as "A.1"');
const part = z.string().optional().describe('Where in the section: "step 6", "Table 2"');

/** The keys of a citation, for records that carry one beside their own. */
export const citationKeys = { rfc, section, part };

/** A citation as the data files publish it. */
export const citationContract = z.object(citationKeys).meta({ id: 'Citation', description: 'A section of an RFC' });

/** Evidence from outside the RFCs or in them, as the data files publish it. */
export const evidenceContract = z
  .union([
    citationContract,
    z.object({
      repository: z.string().describe('Owner and name on GitHub'),
      path: z.string().describe('The file in the repository'),
      line: z.int().min(1).optional().describe('The line, from 1'),
      commit: z.string().describe('The commit that was read'),
    }),
    z.object({
      url: z.url().describe('A public page'),
      title: z.string().optional().describe('What the page is called'),
    }),
    z.object({ capture: z.string().describe('A capture of real software, below /captures/ where it is published') }),
  ])
  .meta({
    id: 'Evidence',
    description: 'What a statement rests on: a section of an RFC, a line of source, a page, or a capture',
  });

/** A code's number in the data files. */
export const codeNumber = z.int().min(100).max(699);

/** A Q.850 cause's number in the data files. */
export const causeNumber = z.int().min(0).max(127);

import { z } from 'astro/zod';

/** Strings that readers see: never empty, no stray blanks at the ends, no line breaks left by YAML. */
export const sentence = z
  .string()
  .min(1, 'must not be empty: leave the key out, or say what is known')
  .refine(
    (text) => text === text.trim(),
    'has blanks or line breaks at an end: write it as one line, or as a `>-` block',
  )
  .refine((text) => !/\n/.test(text.trim()), 'has a line break inside: write it as one line, or as a `>-` block');

const section = z
  .string({ error: 'must be a section number in quotes, such as "21.4.24"' })
  .regex(
    /^(\d+(\.\d+)*|[A-Z](\.\d+)*)$/,
    'is not the number of an RFC section: write "21.4.24" or "A.1", and put a step, table or note into `part`',
  );

const rfcNumber = z.int('must be the number of an RFC, such as 3261').min(1).max(99999);

/** Where an RFC says it. `part` narrows a section down: "step 6", "Table 2", "note 11". */
const citationShape = {
  rfc: rfcNumber,
  section,
  part: sentence.optional(),
};
export const citationSchema = z.strictObject(citationShape);

/** Evidence from outside the RFCs: a line of source code at a commit, a public page, or a capture of real software. */
export const evidenceSchema = z.union(
  [
    citationSchema,
    z.strictObject({
      repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'is not a repository: write owner/name'),
      path: sentence,
      line: z.int().min(1).optional(),
      commit: z.string().regex(/^[0-9a-f]{7,40}$/, 'is not a commit: write 7 to 40 of its hexadecimal digits'),
    }),
    z.strictObject({ url: z.url({ protocol: /^https?$/ }), title: sentence.optional() }),
    z.strictObject({ capture: z.string().regex(/^\d{3}-[a-z0-9-]+$/, 'is not the name of a capture') }),
  ],
  'must be one of { rfc, section }, { repository, path, line, commit }, { url } or { capture }',
);

export const senders = [
  'uas',
  'proxy',
  'registrar',
  'redirect server',
  'b2bua',
  'sbc',
  'gateway',
  'notifier',
  'subscriber',
  'relay',
  'edge proxy',
  'event state compositor',
  'location recipient',
  'verification service',
  'uac (internal)',
] as const;

export const requestMethods = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'PRACK',
  'SUBSCRIBE',
  'NOTIFY',
  'PUBLISH',
  'INFO',
  'REFER',
  'MESSAGE',
  'UPDATE',
] as const;
export const sides = ['caller', 'callee', 'in between'] as const;
export const likelihoods = ['common', 'occasional', 'rare'] as const;
export const deployments = ['phone', 'pbx', 'sbc', 'trunk', 'webrtc', 'ims', 'gateway', 'proxy', 'emergency'] as const;
export const dialogEffects = [
  'transaction',
  'usage',
  'dialog',
  'depends',
  'creates-early',
  'ends-early',
  'confirms',
  'none',
  'redirects',
] as const;
const causeRange = 'is not a Q.850 cause: write a number from 0 to 127';
const cause = z.int(causeRange).min(0, causeRange).max(127, causeRange);

const causeOfFailure = z.strictObject({
  cause: sentence.describe('What went wrong, as a short statement'),
  likelihood: z.enum(likelihoods),
  where: z.array(z.enum(deployments)).min(1),
  proof: sentence.describe('What in the trace proves it: which field, which party, which timing'),
  fixes: z
    .array(z.strictObject({ by: z.enum(sides), fix: sentence }))
    .min(1, 'needs at least one fix with the side that can make it'),
  confirm: sentence.optional().describe('How to tell that the fix worked'),
  sources: z.array(evidenceSchema).optional(),
});

/** Front matter of a file in content/codes/. The code itself and its class come from the file's name. */
export const codeSchema = z.strictObject({
  reasonPhrase: sentence.describe('As registered with IANA'),
  otherPhrases: z.array(sentence).default([]).describe('Older or variant phrases met on the wire'),
  summary: sentence
    .max(160, 'is longer than 160 characters')
    .describe('What it tells the caller’s side, in one sentence'),
  registration: z.enum(['registered', 'deprecated', 'unregistered']),
  definedIn: z.array(citationSchema).default([]).describe('The current definition first'),
  attestedBy: z.array(evidenceSchema).default([]).describe('Where an unregistered code is defined or sent'),
  history: z.array(z.strictObject({ change: sentence, ...citationShape })).default([]),
  methods: z.union(
    [z.literal('any'), z.array(z.enum(requestMethods)).min(1)],
    `must be any, or a list of request methods: ${requestMethods.join(', ')}`,
  ),
  sentBy: z.array(z.enum(senders)).min(1),
  headerFields: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'is not the name of a header field'),
        presence: z.enum(['required', 'recommended', 'optional', 'conditional']),
        purpose: sentence,
        ...citationShape,
      }),
    )
    .default([]),
  retry: z.strictObject({
    when: z.enum(['no', 'after-change', 'after-delay', 'elsewhere', 'not-applicable']),
    advice: sentence,
    ...citationShape,
  }),
  dialogEffect: z.enum(dialogEffects),
  dialogNote: sentence.optional(),
  forking: z
    .strictObject({ effect: sentence, ...citationShape })
    .optional()
    .describe('Where a forking proxy treats it otherwise than its class'),
  isup: z.strictObject({
    toCause: cause.nullable().describe('null where the code never rejects an INVITE'),
    fromCauses: z.array(cause).default([]),
    note: sentence.optional(),
  }),
  qsig: z.strictObject({ toCause: cause.nullable(), fromCauses: z.array(cause).default([]) }).optional(),
  lookalikes: z.array(z.strictObject({ code: z.int().min(100).max(699), difference: sentence })).default([]),
  aliases: z.array(sentence).default([]).describe('Words people search that no other field holds'),
  misconceptions: z
    .array(z.strictObject({ said: sentence, fact: sentence, ...citationShape }))
    .default([])
    .describe('What is commonly said of this code and is wrong'),
  origin: z
    .strictObject({
      clues: z
        .array(
          z.strictObject({
            see: sentence,
            means: sentence,
            rfc: rfcNumber.optional(),
            section: section.optional(),
            part: sentence.optional(),
          }),
        )
        .min(1),
      offTheWire: z
        .array(
          z.strictObject({
            when: sentence,
            rfc: rfcNumber.optional(),
            section: section.optional(),
            part: sentence.optional(),
          }),
        )
        .default([]),
    })
    .optional()
    .describe('How to tell from a trace who sent it'),
  normal: sentence.optional().describe('When it is no fault and should be left alone'),
  numbers: z.array(z.strictObject({ what: sentence, value: sentence, source: evidenceSchema.optional() })).default([]),
  causes: z.array(causeOfFailure).default([]).describe('Causes and fixes, the likeliest first'),
  collect: z.array(sentence).default([]).describe('What to collect before a ticket is opened'),
  changes: z
    .array(
      z.strictObject({
        // Astro's YAML reader makes a date of it, others a string.
        date: z
          .union([
            z.iso.date('is not a day of the calendar: write it like 2026-07-01'),
            z.date().transform((date) => date.toISOString().slice(0, 10)),
          ])
          .describe('The day on which the page was added or corrected'),
        what: sentence.describe('What changed, as a reader of the feed wants to hear it'),
      }),
    )
    .default([])
    .refine(
      (changes) => changes.every(({ date }, place) => place === 0 || date < (changes[place - 1]?.date ?? '')),
      'has a day twice or in the wrong place: write the newest first, and one entry for a day',
    )
    .describe('What the feed of changes tells, the newest first'),
  citations: z
    .strictObject({
      methods: z.array(citationSchema).min(1).optional(),
      sentBy: z.array(citationSchema).min(1).optional(),
      dialogEffect: z.array(citationSchema).min(1).optional(),
      isup: z.array(citationSchema).min(1).optional(),
      qsig: z.array(citationSchema).min(1).optional(),
      otherPhrases: z.array(citationSchema).min(1).optional(),
    })
    .describe('Where the fields without a citation of their own come from'),
});

export type CodeFacts = z.output<typeof codeSchema>;
export type Citation = z.output<typeof citationSchema>;
export type Evidence = z.output<typeof evidenceSchema>;

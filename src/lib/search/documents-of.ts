import { sendersOf } from '../glance.ts';
import { inlineTokensOf } from '../inline-references.ts';
import type { Cause, ClassOfCodes, Comparison, HeaderField, Reference, Stack, StatusCode, Symptom } from '../model.ts';
import { plainTextOf } from '../plain-text.ts';
import type { CodeLine, SearchDocument } from './documents.ts';

const blank = { codes: [], otherNames: [], aliases: [], constants: [], fields: [], headings: [], text: '' };
const plain = (texts: (string | undefined)[]) => texts.filter((text) => text !== undefined).map(plainTextOf);

/** The codes that a prose names, in order. */
const codesWithin = (prose: string) =>
  inlineTokensOf(prose).flatMap((token) => (token.is === 'code' ? [token.code] : []));

const codeDocument = (status: StatusCode, stacks: readonly Stack[]): SearchDocument => ({
  ...blank,
  path: `/codes/${status.code}/`,
  kind: 'code',
  title: status.reasonPhrase,
  about: status.summary,
  codes: [status.code],
  name: status.reasonPhrase,
  otherNames: [
    ...new Set([
      ...status.otherPhrases,
      ...stacks.flatMap(({ seen }) => seen.filter(({ code }) => code === status.code).map(({ phrase }) => phrase)),
    ]),
  ],
  aliases: status.aliases,
  constants: [
    ...new Set(
      stacks.flatMap(({ facts }) =>
        facts.flatMap(({ code, is, value }) =>
          code === status.code &&
          value !== undefined &&
          value.length < 60 &&
          ['constant', 'maps-to', 'maps-from', 'sends', 'log'].includes(is)
            ? [value]
            : [],
        ),
      ),
    ),
  ],
  fields: status.headerFields.map(({ name }) => name),
  headings: plain([...status.causes.map(({ cause }) => cause), ...status.misconceptions.map(({ said }) => said)]),
  // Not the whole page: that is Pagefind's. What tells this code from others in a trace is enough to find it.
  text: [
    ...plain([
      status.normal,
      ...status.causes.map(({ proof }) => proof),
      ...status.headerFields.map(({ purpose }) => purpose),
    ]),
    `sent by ${sendersOf(status.sentBy)}`,
    ...(status.methods === 'any' ? [] : status.methods),
  ].join(' '),
  facts: {
    headerFields: Object.fromEntries(status.headerFields.map(({ name, presence }) => [name, presence])),
    toCause: status.isup.toCause,
    fromCauses: status.isup.fromCauses,
    definedIn: status.definedIn.map(({ rfc, section }) => `${rfc} ${section}`),
    cites: [...new Set(status.sources.map(({ rfc, section }) => `${rfc} ${section}`))],
  },
});

const classDocument = (responseClass: ClassOfCodes, codes: readonly StatusCode[]): SearchDocument => ({
  ...blank,
  path: `/classes/${responseClass.class}/`,
  kind: 'class',
  title: `${responseClass.class} ${responseClass.name}`,
  about: responseClass.summary,
  codes: codes
    .filter(
      ({ code, registration }) =>
        `${Math.floor(code / 100)}xx` === responseClass.class && registration !== 'unregistered',
    )
    .map(({ code }) => code),
  name: `${responseClass.name} ${responseClass.class}`,
  // Its name alone, in the singular as well: "global failure".
  aliases: [...new Set([responseClass.name, responseClass.name.replace(/s$/u, '')])],
});

const comparisonDocument = (comparison: Comparison): SearchDocument => ({
  ...blank,
  path: `/compare/${comparison.id}/`,
  kind: 'comparison',
  title: comparison.codes
    .map(({ code }) => code)
    .join(', ')
    .replace(/, (?=\d+$)/, ' or '),
  about: plainTextOf(comparison.difference),
  codes: comparison.codes.map(({ code }) => code),
  name: comparison.codes.map(({ reasonPhrase }) => reasonPhrase).join(' '),
  aliases: comparison.aliases,
});

const symptomDocument = (symptom: Symptom): SearchDocument => ({
  ...blank,
  path: `/symptoms/${symptom.slug}/`,
  kind: 'symptom',
  title: plainTextOf(symptom.title),
  about: plainTextOf(symptom.summary),
  codes: symptom.codes,
  name: plainTextOf(symptom.title),
  aliases: symptom.aliases,
  headings: plain(symptom.branches.map(({ see }) => see)),
});

const causeDocument = (cause: Cause): SearchDocument => ({
  ...blank,
  path: `/causes/${cause.cause}/`,
  kind: 'cause',
  title: cause.name,
  about: plainTextOf(cause.meaning),
  codes: [
    ...new Set([...cause.isup, ...cause.qsig].map(({ code }) => code).concat(cause.fromSip.map(({ code }) => code))),
  ],
  name: cause.name,
  aliases: cause.aliases,
  constants: [...new Set(cause.stackFacts.flatMap(({ is, value }) => (is === 'constant' && value ? [value] : [])))],
});

const headerFieldDocument = (field: HeaderField): SearchDocument => ({
  ...blank,
  path: `/header-fields/#${field.name.toLowerCase()}`,
  kind: 'header field',
  title: field.name,
  about: plainTextOf(field.reads),
  codes: field.carriedBy.map(({ code }) => code.code),
  name: field.name,
  aliases: field.aliases,
  otherNames: field.values.map(({ value }) => value),
  values: field.values
    .map(({ value, means }) => ({ value, codes: codesWithin(means) }))
    .filter(({ codes }) => codes.length > 0),
});

const stackDocument = (stack: Stack): SearchDocument => ({
  ...blank,
  path: `/stacks/${stack.slug}/`,
  kind: 'stack',
  title: stack.name,
  about: plainTextOf(stack.about),
  name: stack.name,
});

/** The document of every page, from the same model that the pages are made of. */
export const documentsOf = (reference: Reference): SearchDocument[] => [
  ...reference.codes.map((code) => codeDocument(code, reference.stacks)),
  ...reference.classes.map((responseClass) => classDocument(responseClass, reference.codes)),
  ...reference.comparisons.map(comparisonDocument),
  ...reference.causes.map(causeDocument),
  ...reference.symptoms.map(symptomDocument),
  ...reference.headerFields.map(headerFieldDocument),
  ...reference.stacks.map(stackDocument),
];

/** The lines that answer a typed code. */
export const codeLinesOf = ({ codes }: Reference): CodeLine[] =>
  codes.map(({ code, reasonPhrase, summary, registration }) => ({
    code,
    phrase: reasonPhrase,
    summary,
    ...(registration === 'unregistered' ? { unregistered: true as const } : {}),
  }));

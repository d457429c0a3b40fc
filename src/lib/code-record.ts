import { codePath } from './paths.ts';
import { plainTextOf } from './plain-text.ts';
import type { StatusCode } from './reference.ts';

/** Prose as plain text, through any nesting: readers of the data don't know the inline grammar. */
function plain<Value>(value: Value): Value {
  if (typeof value === 'string') return plainTextOf(value) as Value;
  if (Array.isArray(value)) return value.map(plain) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) as Value;
}

/** A code as /codes.json publishes it: a public contract, so keys are added but never renamed. */
export function recordOf(status: StatusCode, site: URL | undefined) {
  return plain({
    code: status.code,
    class: status.class,
    reasonPhrase: status.reasonPhrase,
    otherPhrases: status.otherPhrases,
    summary: status.summary,
    registration: status.registration,
    definedIn: status.definedIn,
    history: status.history,
    methods: status.methods,
    sentBy: status.sentBy,
    headerFields: status.headerFields,
    retry: status.retry,
    dialogEffect: status.dialogEffect,
    dialogNote: status.dialogNote ?? null,
    forking: status.forking,
    isup: { ...status.isup, note: status.isup.note ?? null },
    qsig: status.qsig ?? null,
    lookalikes: status.lookalikes,
    aliases: status.aliases,
    citations: status.citations,
    url: new URL(codePath(status.code), site).href,
  });
}

/** A code as /codes/486.json publishes it: the same, and what fills its page. */
export const fullRecordOf = (status: StatusCode, site: URL | undefined) => ({
  ...recordOf(status, site),
  ...plain({
    attestedBy: status.attestedBy,
    misconceptions: status.misconceptions,
    origin: status.origin ?? null,
    normal: status.normal ?? null,
    causes: status.causes,
    numbers: status.numbers,
    collect: status.collect,
    sources: status.sources,
  }),
});

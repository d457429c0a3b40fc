import { differsFromRfcs } from './cause-tables.ts';
import type { Cause } from './model.ts';
import { causePath } from './paths.ts';
import { plainTextOf } from './plain-text.ts';
import { stackFactUrlOf } from './stack-facts.ts';

/** A Q.850 cause as /causes.json publishes it: a public contract, so keys are added but never renamed. */
export function causeRecordOf(cause: Cause, site: URL | undefined) {
  const { misprint } = cause;
  const mappingsOf = (mappings: Cause['isup']) =>
    mappings.map(({ when, ...mapping }) => ({
      ...mapping,
      ...(when === undefined ? {} : { when: plainTextOf(when) }),
    }));
  return {
    cause: cause.cause,
    name: cause.name,
    meaning: plainTextOf(cause.meaning),
    isup: mappingsOf(cause.isup),
    qsig: mappingsOf(cause.qsig),
    fromSip: cause.fromSip.map(({ code }) => code),
    fromSipWhen: mappingsOf(cause.fromSipWhen),
    misprint: misprint
      ? { ...misprint, printed: plainTextOf(misprint.printed), meant: plainTextOf(misprint.meant) }
      : null,
    note: cause.note === undefined ? null : plainTextOf(cause.note),
    aliases: cause.aliases,
    stacks: cause.stackFacts.map(({ stack, is, code, value, text, ...source }) => ({
      stack: stack.slug,
      is,
      ...(code === undefined ? {} : { code }),
      ...(differsFromRfcs(cause, { is, code }) ? { differs: true } : {}),
      ...(value === undefined ? {} : { value }),
      ...(text === undefined ? {} : { text: plainTextOf(text) }),
      source: stackFactUrlOf(stack, { is, ...source }),
    })),
    url: new URL(causePath(cause.cause), site).href,
  };
}

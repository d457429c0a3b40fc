import type { Cause, Stack, StackFact } from './model.ts';

/** A code in a table of causes. */
export interface MappedCode {
  code: number;
  /** No row of its own leads to it, but a default, or a condition that the cause's page tells. */
  isIndirect: boolean;
  /** A stack says it, and the RFCs don't. */
  differs: boolean;
}

const distinct = (codes: readonly { code: number }[]) =>
  [...new Set(codes.map(({ code }) => code))].sort((a, b) => a - b);

/** 16 ends a call without a response, and 44 makes the exchange try another circuit (RFC 3398, 7.2.4.1). */
const withoutResponse: readonly number[] = [16, 44];

/** The codes that a network's RFC makes of a cause, its default 500 included; cause 0 is none of Q.850. */
export function codesByRfc(cause: Cause, network: 'isup' | 'qsig'): MappedCode[] {
  if (cause[network].length > 0) {
    return distinct(cause[network]).map((code) => ({ code, isIndirect: false, differs: false }));
  }
  if (cause.cause === 0 || (network === 'isup' && withoutResponse.includes(cause.cause))) return [];
  return [{ code: 500, isIndirect: true, differs: false }];
}

/** Whether a stack's mapping to or from a cause is none of RFC 3398 and RFC 4497. */
export function differsFromRfcs(cause: Cause, { is, code }: StackFact): boolean {
  if (code === undefined || cause.cause === 0) return false;
  if (is === 'maps-from') {
    return ![...codesByRfc(cause, 'isup'), ...codesByRfc(cause, 'qsig')].some((mapped) => mapped.code === code);
  }
  return is === 'maps-to' && ![...cause.fromSip, ...cause.fromSipWhen].some((mapped) => mapped.code === code);
}

/** What a stack sends for every cause without a row of its own. */
export const fallbackOf = (stack: Stack): StackFact | undefined =>
  stack.facts.find(({ is, otherwise }) => is === 'maps-from' && otherwise !== undefined);

/** What a stack sends for a cause: its own rows for it, or its fallback. */
export function sentFor(cause: Cause, stack: Stack): StackFact[] {
  const own = stack.facts.filter(({ is, code, ...fact }) => is === 'maps-from' && code && fact.cause === cause.cause);
  const fallback = fallbackOf(stack);
  return own.length === 0 && fallback ? [fallback] : own;
}

/** The codes that a stack sends for a cause. */
export const codesSentFor = (cause: Cause, stack: Stack): MappedCode[] =>
  sentFor(cause, stack).flatMap((fact) =>
    fact.code === undefined
      ? []
      : [{ code: fact.code, isIndirect: fact.otherwise !== undefined, differs: differsFromRfcs(cause, fact) }],
  );

/** The received codes that a stack turns into a cause. */
export const codesTakenFor = (cause: Cause, stack: Stack): MappedCode[] =>
  stack.facts.flatMap((fact) =>
    fact.is === 'maps-to' && fact.cause === cause.cause && fact.code !== undefined
      ? [{ code: fact.code, isIndirect: false, differs: differsFromRfcs(cause, fact) }]
      : [],
  );

/** The stacks that have a SIP code for every cause. */
export const gatewaysAmong = (stacks: readonly Stack[]): Stack[] =>
  stacks.filter((stack) => fallbackOf(stack) !== undefined);

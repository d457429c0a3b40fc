import type { CodeFacts } from './code-schema.ts';
import { listWords } from './list-words.ts';

const senderWords: Partial<Record<CodeFacts['sentBy'][number], string>> = {
  uas: 'UAS',
  b2bua: 'B2BUA',
  sbc: 'SBC',
  'uac (internal)': 'the UAC itself',
};

export const retryWords: Record<CodeFacts['retry']['when'], string> = {
  no: 'no',
  'after-change': 'once the request is changed',
  'after-delay': 'later',
  elsewhere: 'at another address',
  'not-applicable': 'nothing to retry',
};

export const dialogWords: Record<CodeFacts['dialogEffect'], string> = {
  transaction: 'ends only this transaction',
  usage: 'ends this usage of the dialog',
  dialog: 'ends the whole dialog',
  depends: 'depends on the request',
  'creates-early': 'creates an early dialog',
  'ends-early': 'ends one early dialog',
  confirms: 'confirms the dialog',
  none: 'no effect',
  redirects: 'applies to the whole dialog',
};

/** The words for the elements that send a code: "UAS, B2BUA or gateway". */
export const sendersOf = (sentBy: CodeFacts['sentBy']): string =>
  listWords(sentBy.map((sender) => senderWords[sender] ?? sender));

/** The words for what a code answers: "INVITE or OPTIONS". */
export const answeredBy = (methods: CodeFacts['methods']): string =>
  methods === 'any' ? 'any request' : listWords(methods);

/** The Q.850 causes of a code in a few words: "17, both ways", "to 102; from 18". */
export function causeWords({ toCause, fromCauses }: CodeFacts['isup']): string {
  if (toCause !== null && fromCauses.length === 1 && fromCauses[0] === toCause) return `${toCause}, both ways`;
  const to = toCause === null ? [] : [`to ${toCause}`];
  const from = fromCauses.length === 0 ? [] : [`from ${listWords(fromCauses)}`];
  return [...to, ...from].join('; ') || 'none';
}

/** The facts of a code in the few words that *At a glance* shows. */
export const glanceOf = ({
  sentBy,
  methods,
  retry,
  dialogEffect,
  isup,
}: Pick<CodeFacts, 'sentBy' | 'methods' | 'retry' | 'dialogEffect' | 'isup'>) => ({
  sentBy: sendersOf(sentBy),
  answers: answeredBy(methods),
  retry: retryWords[retry.when],
  dialog: dialogWords[dialogEffect],
  cause: causeWords(isup),
});

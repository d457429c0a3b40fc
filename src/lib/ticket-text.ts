import { sendersOf } from './glance.ts';
import type { StatusCode } from './model.ts';
import { plainTextOf } from './plain-text.ts';

/** What a reader pastes into a ticket: code, meaning, who sends it, the next step and the permanent address. */
export const ticketTextOf = (
  { code, reasonPhrase, summary, sentBy, retry, collect }: StatusCode,
  permalink: string,
): string =>
  [
    `SIP ${code} ${reasonPhrase}`,
    `Meaning: ${summary}`,
    `Sent by: ${sendersOf(sentBy)}`,
    `Next step: ${plainTextOf(retry.advice)}`,
    ...(collect.length > 0 ? [`Attach: ${collect.map(plainTextOf).join('; ')}`] : []),
    permalink,
  ].join('\n');

/** Q.850 causes that a query names by number. */
import { extract } from './extract.ts';

/** What was found: the numbers up to 127 are causes, larger ones status codes; the rest of the text is without them. */
interface Named {
  rest: string;
  causes: number[];
  codes: number[];
}

/** Takes "cause=17", "Q.850 17", "ISUP errors 34", "0x91" and their like out of a text. */
export function takeCauses(text: string): Named {
  const causes: number[] = [];
  const codes: number[] = [];
  let rest = text;
  let found: RegExpMatchArray[];
  [rest, found] = extract(
    rest,
    /\b(?:Q\.?\s?850|ISUP|ISDN|hangup)?[\s;:,-]*(?:causes?|cause\s?code|hangup\s?cause|reason\s?code)\s*[:=#]?\s*(?:code|value|number)?\s*[:=#]?\s*(\d{1,3})\b/giu,
  );
  for (const [, number] of found) {
    const cause = Number(number);
    if (cause <= 127) causes.push(cause);
    else codes.push(cause);
  }
  // Cisco's traces write causes in hexadecimal, with the extension bit: 0x91 is 17.
  [rest, found] = extract(rest, /\bcause\s*(?:code|value)?\s*[:=]?\s*0x([0-9a-f]{1,2})\b/giu);
  causes.push(...found.map(([, digits]) => Number.parseInt(digits ?? '', 16) % 128));
  // "Q.850 17", "17 in Q.850", "ISUP errors 34": a number of a code or with a unit behind it is none of these.
  [rest, found] = extract(
    rest,
    /\b(?:q[.-]?\s?(?:850|931)|i-?sup|isdn|hangup)(?:\s+(?:errors?|codes?|values?|numbers?))?[\s;:,#=-]*(1[01]\d|12[0-7]|[1-9]?\d)(?![\w.]|\s?(?:s|ms|sec|min|hour)\w*\b)/giu,
  );
  causes.push(...found.map(([, number]) => Number(number)));
  [rest, found] = extract(
    rest,
    /(?<![\w.])(1[01]\d|12[0-7]|[1-9]?\d)\s+(?:in|of|from)?\s*(?:q\.?\s?850|isup|isdn)\b/giu,
  );
  causes.push(...found.map(([, number]) => Number(number)));
  return { rest, causes, codes };
}

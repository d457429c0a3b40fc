/** Reading a query: what a reader typed or pasted, as the numbers, references and words that it holds. */

import { extract } from './extract.ts';
import { loneNumbers, withoutStrayNumbers } from './stray-numbers.ts';
import { takeCauses } from './take-causes.ts';

/** Longer queries are cut here: a whole message fits, and matching stays instant. */
export const longestQuery = 4000;

export interface RfcReference {
  rfc?: number;
  section?: string;
}

/** What was understood of a query. Arrays keep the order of importance, the first first. */
export interface QueryReading {
  /** The query, cleaned and cut. */
  text: string;
  /** Whether the query was longer than `longestQuery`. */
  isCut: boolean;
  /** Whether it is a pasted SIP message or a log line with a status line in it. */
  isMessage: boolean;
  /** Three-digit numbers that stand for status codes, registered or not. */
  codes: number[];
  /** One or two digits typed alone: "48" asks for 480 to 489. */
  codePrefix?: string;
  /** A number or class that can be no status code, typed alone: "4866", "042", "7xx". */
  impossibleCode?: string;
  /** First digits of classes: "4xx" → 4. */
  classes: number[];
  /** Whether it asks for a difference: "480 vs 486". */
  isComparison: boolean;
  /** Q.850 cause numbers. */
  causes: number[];
  /** Codes of Warning header fields, 300 to 399. */
  warnCodes: number[];
  /** RFC numbers and sections. */
  references: RfcReference[];
  /** Everything else, as words to match. */
  words: string;
}

const distinct = <Item>(items: Item[]) => [...new Set(items)];

/** Text without what could spoil matching: control characters, lone surrogates, runs of blanks; cut to length. */
function cleaned(query: string): string {
  return (
    query
      .slice(0, longestQuery)
      .toWellFormed()
      .normalize('NFKC')
      // They show nothing, and stand inside words where pages may break them.
      .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu, '')
      .replace(/[^\S\n]+/gu, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a paste from a binary log brings.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffd]/gu, ' ')
      .trim()
      .replace(glued, '')
      .replace(/^([1-6]\d\d)(?=[a-z]{4,}$)/iu, '$1 ')
  );
}

/** What hangs together with a code that is asked for alone: "#486", "sip:486", "code486". */
const glued = /^(?:[#-]|(?:sip|code|error|err|status|response)[:#_-]?)(?=[1-6]\d\d$)/iu;

/** A status line, as sent or as a row of Wireshark's list of packets has it: "SIP 477 Status: 401 Unauthorized |". */
const statusLine = /(?:SIP\/\d\.\d|\bSIP(?:\/[A-Z]+)?[ \t]+\d+[ \t]+Status:)[ \t]+([1-9]\d\d)\b[ \t]*([^\r\n|]*)/giu;

/** A response in a drawn exchange, behind its arrow: "<--505 Version Not Supported--". */
const arrowLine = /(?:[-=─]{1,}>|<[-=─]{1,}|[-─]{2,}|[←→])[ \t]*([1-6]\d\d)[ \t]+(\p{Lu}[^\r\n<>|─-]*)/gu;

/** The codes of the status lines in a pasted text: the last final response first, challenges after other finals. */
function codesOfStatusLines(lines: readonly RegExpMatchArray[]): number[] {
  const codes = lines.map(([, code]) => Number(code));
  const isChallenge = (code: number) => code === 401 || code === 407;
  const finals = codes.filter((code) => code >= 200).reverse();
  const others = finals.filter((code) => !isChallenge(code));
  const failures = others.filter((code) => code >= 300);
  return distinct([...failures, ...others, ...finals, ...codes.reverse()]);
}

/** Reads a query of any length and content; never throws. */
export function readQuery(query: string): QueryReading {
  const text = cleaned(query);
  const reading: QueryReading = {
    text,
    isCut: query.length > longestQuery,
    isMessage: false,
    codes: [],
    classes: [],
    isComparison: false,
    causes: [],
    warnCodes: [],
    references: [],
    words: '',
  };
  if (/^\d+$/u.test(text)) {
    if (text.length < 3) reading.codePrefix = text;
    else if (/^[1-9]\d\d$/u.test(text)) reading.codes = [Number(text)];
    else if (/^\d{3}(\d{3})$/u.test(text)) reading.codes = codesOfSubcode(text);
    if (text.length > 2 && reading.codes.length === 0) reading.impossibleCode = text;
    // "3261" and "4028" are RFCs, and nothing where no page names such an RFC.
    if (/^\d{4}$/u.test(text)) reading.references = [{ rfc: Number(text) }];
    return reading;
  }
  if (/^[07-9]\s?xx$/iu.test(text)) reading.impossibleCode = text;

  let rest = text;
  let found: RegExpMatchArray[];
  [rest, found] = extract(rest, statusLine);
  // In one line an arrow may stand for "becomes": 404 -> 484 Address Incomplete.
  if (found.length === 0 && rest.includes('\n')) [rest, found] = extract(rest, arrowLine);
  const lines = found;
  const ofLines = codesOfStatusLines(lines);
  const phrases = lines.map(([, , phrase]) => phrase ?? '');

  const ofReason: number[] = [];
  [rest, found] = extract(rest, /\bReason:\s*(?:[^\n]*?;)?\s*cause\s*=\s*(\d{1,3})[^\n]*/giu);
  for (const [line, cause] of found) (/Q\.850/iu.test(line) ? reading.causes : ofReason).push(Number(cause));
  [rest, found] = extract(rest, /\bSIP\s*;\s*cause\s*=\s*(\d{3})\b/giu);
  ofReason.push(...found.map(([, code]) => Number(code)));
  [rest, found] = extract(rest, /\bWarn(?:ing)?(?:[\s-]+(?:header|code))*:?\s*(3\d\d)\b/giu);
  reading.warnCodes = found.map(([, code]) => Number(code));

  reading.isMessage = lines.length > 0 || /^(?:Via|v):\s*SIP\//imu.test(text) || / SIP\/2\.0\s*$/mu.test(text);
  if (reading.isMessage) rest = withoutHeaderNoise(rest);

  const named = takeCauses(rest);
  rest = named.rest;
  reading.causes.push(...named.causes);
  ofReason.push(...named.codes);

  [rest, found] = extract(
    rest,
    /\brfc[\s_-]?(\d{3,5})(?:\.html|\.txt)?(?:[\s,;:#(]*(?:section|sec\.?|§)?[\s_-]*((?:\d+\.)+\d+|(?<=(?:section|§)[\s_-]*)\d+))?/giu,
  );
  reading.references = found.map(([, rfc, section]) => ({ rfc: Number(rfc), ...(section ? { section } : {}) }));
  [rest, found] = extract(rest, /(?:\bsection\s*|§\s*|(?<![\w.]))((?:\d{1,2}\.){2,}\d{1,2})(?![\w.]*\d)/giu);
  reading.references.push(...found.map(([, section]) => ({ section: String(section) })));

  [rest, found] = extract(rest, /\b([1-6])\s?xx\b/giu);
  reading.classes = found.map(([, digit]) => Number(digit));

  [rest, found] = extract(rest, /(?<!\d)5\d\d([3-6]\d\d)(?!\d)/gu);
  const ofSubcodes = found.flatMap(([number]) => codesOfSubcode(number));

  // "IPEC_SIPReasonStatus493Undecipherable" names its code; the words stay.
  const ofNames = [...rest.matchAll(/(?:status|reason|response|code|sip)_?([1-6]\d\d)(?!\d)/giu)].map(([, code]) =>
    Number(code),
  );

  // Some phones write a code as if it were hexadecimal.
  rest = rest.replace(/\b0x([1-6]\d\d)\b/gu, '$1');
  const plain = withoutStrayNumbers(rest);
  // "480/486", "480-486" and "486,600" are several codes; a unit or a port behind a number makes it none.
  const spaced = plain.replace(/(?<![\w.])([1-9]\d\d)\s*[/,-]\s*(?=[1-9]\d\d(?!\w))/gu, '$1 ');
  const lone = loneNumbers(spaced.replace(/([=:])\s*(?=\d)/gu, ' '));
  // A status line speaks for the whole paste: other numbers in it are ports, lengths and the like.
  reading.codes = distinct(
    lines.length > 0 ? [...ofLines, ...ofReason] : [...lone, ...ofReason, ...ofSubcodes, ...ofNames],
  );
  reading.causes = distinct(reading.causes);
  // Slashes, "From" and "to" stand in every message.
  const comparing =
    lines.length > 0
      ? /\b(?:vs\.?|versus|difference|compared?)\b/iu
      : /\b(?:vs\.?|versus|or|and|than|between|difference|compared?|instead|against|not|to|from)\b|[/|]/iu;
  reading.isComparison = reading.codes.length > 1 && comparing.test(text);
  reading.words = [...phrases, lines.length > 0 ? '' : spaced]
    .join(' ')
    // Numbers of one or two digits are words here: "drops after 32 seconds".
    .replace(/(?<![\w-])\d{3,}(?![\w-])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return reading;
}

/** Teams Direct Routing writes its sub-code and the SIP code as one number: 560403 is 560 and 403. */
const codesOfSubcode = (number: string): number[] =>
  /^5\d\d[3-6]\d\d$/u.test(number) ? [Number(number.slice(3))] : [];

/** A pasted message without the values that say nothing about a code: addresses, identifiers, bodies, lengths. */
const withoutHeaderNoise = (message: string): string =>
  message
    .split('\n')
    .map((line) => line.match(/^([A-Za-z][\w-]*)\s*:/u)?.[1] ?? (/^[a-z]=/u.test(line) ? '' : line))
    .join('\n');

import type { ContentFile, Fault } from './fault.ts';

/** What no file of content/ may hold, whatever it is about: readers would see it as a hole, or not at all. */
const signs: { pattern: RegExp; says: string }[] = [
  {
    pattern: /^\ufeff/,
    says: 'begins with a byte order mark; save it as UTF-8 without one.',
  },
  {
    pattern: /\ufffd/,
    says: 'holds bytes that are no UTF-8; save it as UTF-8 and write the letter again.',
  },
  { pattern: /\r(?!\n)/, says: 'ends a line with a carriage return alone; end lines with a line feed.' },
  {
    pattern: /(?![\t\r\n])\p{Cc}/u,
    says: 'holds a control character; take it out, or name it in words.',
  },
  {
    pattern: /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
    says: 'holds a character that nobody sees and that may turn the text around; take it out.',
  },
];

/** Faults of a file's bytes. Where there is one, nothing else of the file can be judged. */
export function faultsOfText({ path, text }: ContentFile): Fault[] {
  for (const { pattern, says } of signs) {
    const at = text.match(pattern)?.index;
    if (at === undefined) continue;
    const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
    return [{ path: `${path}:${line}`, field: 'text', problem: says }];
  }
  return [];
}

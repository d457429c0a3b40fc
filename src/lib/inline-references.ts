/**
 * The one small grammar of references inside prose, in front matter and in MDX alike:
 * `[486]` names a code, `[RFC 3261, 16.7 step 6]` cites a section, `` `text` `` is literal wire text.
 */
export type InlineToken =
  | { is: 'text'; text: string }
  | { is: 'literal'; text: string }
  | { is: 'code'; code: number }
  | { is: 'citation'; rfc: number; section: string; part?: string };

const reference =
  /`(?<literal>[^`]+)`|\[(?<code>[1-6]\d\d)\](?!\()|\[RFC (?<rfc>\d+), (?<section>(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)*))(?: (?<part>[^\]]+))?\](?!\()/gu;

/** Splits prose into text, literals, code references and citations, in order; the tokens cover the whole input. */
export function inlineTokensOf(prose: string): InlineToken[] {
  const tokens: InlineToken[] = [];
  let end = 0;
  for (const match of prose.matchAll(reference)) {
    if (match.index > end) tokens.push({ is: 'text', text: prose.slice(end, match.index) });
    const { literal, code, rfc, section, part } = match.groups ?? {};
    if (literal !== undefined) tokens.push({ is: 'literal', text: literal });
    else if (code !== undefined) tokens.push({ is: 'code', code: Number(code) });
    else if (section !== undefined) {
      tokens.push({ is: 'citation', rfc: Number(rfc), section, ...(part === undefined ? {} : { part }) });
    }
    end = match.index + match[0].length;
  }
  if (end < prose.length) tokens.push({ is: 'text', text: prose.slice(end) });
  return tokens;
}

import { citationUrlOf } from './citation.ts';
import type { StatusCode } from './model.ts';
import { codePath, homePath } from './paths.ts';

type Term = Pick<StatusCode, 'code' | 'reasonPhrase' | 'otherPhrases' | 'summary' | 'definedIn'>;

/** A code as schema.org sees it: a defined term in the set of SIP response codes. */
export function definedTermOf({ code, reasonPhrase, otherPhrases, summary, definedIn }: Term, site: URL | undefined) {
  const url = new URL(codePath(code), site).href;
  const home = new URL(homePath(), site).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': url,
    url,
    termCode: String(code),
    name: `${code} ${reasonPhrase}`,
    alternateName: [reasonPhrase, ...otherPhrases, `SIP ${code}`],
    description: summary,
    ...(definedIn.length > 0 ? { sameAs: definedIn.map(citationUrlOf) } : {}),
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': home, name: 'SIP response codes', url: home },
  };
}

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A value as JSON for a script element: no text in it can end the script or begin a comment. */
export const scriptJsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);

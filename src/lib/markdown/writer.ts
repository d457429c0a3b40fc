import { citationLabelOf, citationUrlOf } from '../citation.ts';
import type { Citation, Evidence } from '../code-schema.ts';
import { evidenceLabelOf, evidenceUrlOf } from '../evidence.ts';
import { inlineTokensOf } from '../inline-references.ts';
import type { StatusCode } from '../model.ts';
import { codePath } from '../paths.ts';
import { codeSpanOf, linkOf, markdownTextOf } from './text.ts';

type Named = Pick<StatusCode, 'code' | 'reasonPhrase'>;
type MaybeCited = { rfc?: number | undefined; section?: string | undefined; part?: string | undefined };

/** Writes the pieces that every page in Markdown has; its links are whole addresses, since the text leaves the site. */
export interface Writer {
  /** The whole address of a path with the base. */
  address: (path: string) => string;
  /** A link, or its label alone where the text is to be short. */
  link: (label: string, url: string) => string;
  /** A link to a page of the site, from its path with the base. */
  page: (label: string, path: string) => string;
  /** A link to a code with its phrase. */
  code: (code: number) => string;
  citation: (citation: Citation) => string;
  /** The citation of a fact with a space before it, or nothing. */
  cited: (fact: MaybeCited) => string;
  evidence: (evidence: Evidence) => string;
  /** Prose of the front matter, its inline references as links. */
  prose: (text: string) => string;
  /** Prose of an MDX body, which is Markdown already, its inline references as links. */
  body: (mdx: string) => string;
}

/** The writer for a set of codes and the address of the site, with links or, to be short, without. */
export function writerOf(codes: readonly Named[], site: URL | undefined, { withLinks = true } = {}): Writer {
  const phrases = new Map(codes.map(({ code, reasonPhrase }) => [code, reasonPhrase]));
  const address = (path: string) => new URL(path, site).href;
  const link = (label: string, url: string) => (withLinks ? linkOf(label, url) : label);
  const page = (label: string, path: string) => link(label, address(path));
  const code = (number: number) =>
    page(markdownTextOf(`${number} ${phrases.get(number) ?? ''}`.trim()), codePath(number));
  const citation = (cited: Citation) => link(markdownTextOf(citationLabelOf(cited)), citationUrlOf(cited));
  const inline = (prose: string, textOf: (text: string) => string) =>
    inlineTokensOf(prose)
      .map((token) => {
        if (token.is === 'code') return code(token.code);
        if (token.is === 'citation') return `(${citation(token)})`;
        return token.is === 'literal' ? codeSpanOf(token.text) : textOf(token.text);
      })
      .join('');
  return {
    address,
    link,
    page,
    code,
    citation,
    cited: ({ rfc, section, part }) =>
      rfc && section ? ` (${citation({ rfc, section, ...(part ? { part } : {}) })})` : '',
    evidence: (evidence) => {
      const url = evidenceUrlOf(evidence);
      const label = markdownTextOf(evidenceLabelOf(evidence));
      return url === undefined ? label : page(label, url);
    },
    prose: (text) => inline(text, markdownTextOf),
    body: (mdx) =>
      mdx
        .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
        .split(/(^```[\s\S]*?^```$)/m)
        .map((piece) => (piece.startsWith('```') ? piece : inline(piece, (text) => text.replace(/(?<!\\)</g, '\\<'))))
        .join('')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
  };
}

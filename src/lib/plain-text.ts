import { citationLabelOf } from './citation.ts';
import { inlineTokensOf } from './inline-references.ts';

/** Prose without its inline grammar, for data, descriptions and plain-text copies: "[600]" becomes "600". */
export const plainTextOf = (prose: string): string =>
  inlineTokensOf(prose)
    .map((token) => {
      if (token.is === 'code') return String(token.code);
      return token.is === 'citation' ? `(${citationLabelOf(token)})` : token.text;
    })
    .join('');

import { defineMdastPlugin } from 'satteri';
import { inlineTokensOf } from '../lib/inline-references.ts';

const element = (name: string, attributes: Record<string, string>) => ({
  type: 'mdxJsxTextElement' as const,
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: key,
    value,
  })),
  children: [],
});

/** Turns `[486]` and `[RFC 3261, 16.7]` in MDX prose into the components CodeLink and Citation. */
export const inlineReferences = defineMdastPlugin({
  name: 'inline-references',
  text(node, context) {
    const tokens = inlineTokensOf(node.value);
    if (tokens.every(({ is }) => is === 'text')) return;
    context.replaceNode(
      node,
      tokens.map((token) => {
        if (token.is === 'code') return element('CodeLink', { code: String(token.code) });
        if (token.is !== 'citation') return { type: 'text' as const, value: token.text };
        const { rfc, section, part } = token;
        return element('Citation', { rfc: String(rfc), section, ...(part ? { part } : {}) });
      }),
    );
  },
});

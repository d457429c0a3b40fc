import type { Citation } from './code-schema.ts';
import { inlineTokensOf } from './inline-references.ts';

const withPart = (rfc: number, section: string, part: unknown): Citation => ({
  rfc,
  section,
  ...(typeof part === 'string' ? { part } : {}),
});

/** Every citation in a value, at any depth: `{ rfc, section }` as data, and `[RFC 3261, 16.7]` in prose. */
export function citationsWithin(value: unknown): Citation[] {
  if (typeof value === 'string') {
    return inlineTokensOf(value).flatMap((token) =>
      token.is === 'citation' ? [withPart(token.rfc, token.section, token.part)] : [],
    );
  }
  if (value === null || typeof value !== 'object') return [];
  const { rfc, section, part } = value as Record<string, unknown>;
  const own = typeof rfc === 'number' && typeof section === 'string' ? [withPart(rfc, section, part)] : [];
  return [...own, ...Object.values(value).flatMap(citationsWithin)];
}

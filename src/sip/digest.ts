import type { Parameters } from './header-values.ts';
import { readParameters } from './header-values.ts';
import { splitOutsideQuotes, trimSpace } from './text.ts';

/** A hash in lower-case hexadecimal of a text as UTF-8; given from outside, so that this module needs no platform. */
export type Hash = (algorithm: HashAlgorithm, text: string) => string;
export type HashAlgorithm = 'MD5' | 'SHA-256' | 'SHA-512-256';

/** A value of WWW-Authenticate, Authorization and their proxy kin (RFC 3261 25.1, RFC 8760). */
export interface Credentials {
  /** As written: `Digest`. */
  scheme: string;
  parameters: Parameters;
}

/** Reads a challenge or credentials: a scheme, then parameters separated by commas. */
export function readCredentials(value: string): Credentials {
  const space = value.search(/[ \t]/);
  const scheme = space < 0 ? value : value.slice(0, space);
  const rest = space < 0 ? '' : trimSpace(value.slice(space));
  return { scheme, parameters: readParameters(splitOutsideQuotes(rest, ',')) };
}

const algorithms: readonly HashAlgorithm[] = ['MD5', 'SHA-256', 'SHA-512-256'];

/** The `response` that credentials must carry (RFC 2617 3.2.2, RFC 8760 2); undefined for an unknown algorithm or qop. */
export function digestResponseOf(
  { parameters }: Credentials,
  { method, password, body }: { method: string; password: string; body: string },
  hash: Hash,
): string | undefined {
  const get = (name: string) => parameters.get(name) ?? '';
  const named = (parameters.get('algorithm') ?? 'MD5').toUpperCase();
  const isSession = named.endsWith('-SESS');
  const algorithm = algorithms.find((known) => known === (isSession ? named.slice(0, -5) : named));
  const qop = parameters.get('qop');
  if (!algorithm || (qop !== undefined && qop !== 'auth' && qop !== 'auth-int')) return undefined;
  const of = (...parts: string[]) => hash(algorithm, parts.join(':'));
  const secret = of(get('username'), get('realm'), password);
  const a1 = isSession ? of(secret, get('nonce'), get('cnonce')) : secret;
  const a2 = qop === 'auth-int' ? of(method, get('uri'), of(body)) : of(method, get('uri'));
  return qop === undefined ? of(a1, get('nonce'), a2) : of(a1, get('nonce'), get('nc'), get('cnonce'), qop, a2);
}

import { endOfQuotedString, splitOutsideQuotes, trimSpace } from './text.ts';

const token = "[A-Za-z0-9\\-.!%*_+`'~]+";
const displayName = new RegExp(`^(?:${token}(?:[ \\t]+${token})*|)$`);
const highestExpires = 2 ** 32 - 1;

function* faultsOfParameters(field: string, text: string): Generator<string> {
  const [before = '', ...parameters] = splitOutsideQuotes(text, ';');
  if (before !== '') yield `“${before.slice(0, 40)}” stands behind the address of ${field}.`;
  if (parameters.includes('')) yield `${field} has an empty parameter.`;
  for (const parameter of parameters) {
    const [, expires] = parameter.match(/^expires\s*=\s*(\S*)$/i) ?? [];
    if (expires !== undefined && /^\d+$/.test(expires) && Number(expires) > highestExpires) {
      yield `The expires parameter of ${field} is larger than 2**32-1.`;
    }
    const [, q] = parameter.match(/^q\s*=\s*(\S*)$/i) ?? [];
    if (q !== undefined && !/^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q)) {
      yield `The q parameter of ${field} is no number from 0 to 1 with three decimals at most.`;
    }
  }
}

function* faultsOfUri(field: string, uri: string): Generator<string> {
  if (/[\s\p{Cc}]/u.test(uri)) yield `The URI of ${field} contains white space.`;
  else if (!/^[A-Za-z][A-Za-z0-9+.-]*:./.test(uri)) yield `${field} holds no URI: “${uri.slice(0, 60)}”.`;
}

/** What an address (`"Name" <uri>;parameters` or a bare URI) has against RFC 3261 20.10 and 25.1, a sentence each. */
export function* faultsOfAddress(field: string, value: string): Generator<string> {
  const quoteEnd = value.startsWith('"') ? endOfQuotedString(value) : 0;
  if (quoteEnd < 0) {
    yield `The quoted display name of ${field} never ends.`;
    return;
  }
  const open = value.indexOf('<', quoteEnd);
  if (open < 0) {
    const [uri = '', ...parameters] = splitOutsideQuotes(value, ';');
    yield* faultsOfUri(field, uri);
    if (uri.includes('?') || uri.includes(',')) {
      yield `The URI of ${field} has a question mark or a comma, so it must stand in angle brackets.`;
    }
    yield* faultsOfParameters(field, ['', ...parameters].join(';'));
    return;
  }
  const close = value.indexOf('>', open);
  if (close < 0) {
    yield `The angle bracket of ${field} never closes.`;
    return;
  }
  const name = trimSpace(value.slice(0, open));
  if (endOfQuotedString(name) !== name.length && !displayName.test(name)) {
    yield `The display name of ${field} has characters that need quotes: “${name.slice(0, 40)}”.`;
  }
  yield* faultsOfUri(field, value.slice(open + 1, close));
  yield* faultsOfParameters(field, value.slice(close + 1));
}

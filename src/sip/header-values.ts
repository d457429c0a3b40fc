import { canonicalNameOf, isListField } from './header-names.ts';
import type { SipMessage } from './message.ts';
import { endOfQuotedString, isNumber, splitOutsideQuotes, trimSpace, unquote } from './text.ts';

/** Parameters by their names in lower case; one without a value maps to the empty text. */
export type Parameters = ReadonlyMap<string, string>;

/** One Via value: a hop that the message took (RFC 3261 20.42). */
export interface Via {
  version: string;
  /** In capitals: UDP, TCP, TLS, SCTP, WS, WSS … */
  transport: string;
  /** `host` or `host:port`, as written. */
  sentBy: string;
  branch?: string;
  received?: string;
  rport?: string;
  parameters: Parameters;
}

/** An address as in From, To, Contact, Route (RFC 3261 20.10). */
export interface NameAddress {
  displayName: string;
  uri: string;
  tag?: string;
  /** The header field's parameters, behind the URI. */
  parameters: Parameters;
}

export interface CommandSequence {
  number: number;
  method: string;
}

/** The values of a header field in their order, each line as it stands. */
export function fieldValuesOf({ fields }: SipMessage, name: string): string[] {
  const canonicalName = canonicalNameOf(name).toLowerCase();
  return fields.filter((field) => field.canonicalName.toLowerCase() === canonicalName).map(({ value }) => value);
}

/** The first value of a header field, as its line has it. */
export const firstValueOf = (message: SipMessage, name: string): string | undefined => fieldValuesOf(message, name)[0];

/** Each value of a list-type header field, whether on lines of its own or joined by commas (RFC 3261 7.3.1). */
export function valuesOf(message: SipMessage, name: string): string[] {
  const values = fieldValuesOf(message, name);
  if (!isListField(name)) return values;
  return values.flatMap((value) => splitOutsideQuotes(value, ',')).filter((value) => value !== '');
}

/** Reads `;name=value;name` into parameters; the first of a name counts. */
export function readParameters(parts: readonly string[]): Parameters {
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = trimSpace(equals < 0 ? part : part.slice(0, equals)).toLowerCase();
    if (name !== '' && !parameters.has(name)) {
      parameters.set(name, equals < 0 ? '' : unquote(trimSpace(part.slice(equals + 1))));
    }
  }
  return parameters;
}

/** Reads one Via value; undefined where it has no transport or sent-by. */
export function readVia(value: string): Via | undefined {
  const [head = '', ...rest] = splitOutsideQuotes(value, ';');
  const found = head.match(/^([^\s/]+)\s*\/\s*([^\s/]+)\s*\/\s*([^\s/]+)\s+(\S[\s\S]*)$/);
  if (!found) return undefined;
  const [, protocol = '', version = '', transport = '', sentBy = ''] = found;
  const parameters = readParameters(rest);
  const via: Via = {
    version: `${protocol}/${version}`.toUpperCase(),
    transport: transport.toUpperCase(),
    sentBy: sentBy.replace(/\s+/g, ' ').replace(/ ?: ?(?=\d+$)/, ':'),
    parameters,
  };
  for (const name of ['branch', 'received', 'rport'] as const) {
    const parameter = parameters.get(name);
    if (parameter !== undefined) via[name] = parameter;
  }
  return via;
}

/** The Via values from the top: the latest hop first. Values that are no Via are left out. */
export const viaListOf = (message: SipMessage): Via[] =>
  valuesOf(message, 'Via').flatMap((value) => readVia(value) ?? []);

/** Reads `"Name" <uri>;parameters`, or a bare URI whose parameters are the header field's (RFC 3261 20). */
export function readNameAddress(value: string): NameAddress {
  const quoteEnd = Math.max(endOfQuotedString(value), 0);
  const open = value.indexOf('<', quoteEnd);
  const close = open < 0 ? -1 : value.indexOf('>', open);
  const [bare = '', ...bareParameters] = open < 0 ? splitOutsideQuotes(value, ';') : [];
  const isEnclosed = open >= 0;
  const uri = isEnclosed ? value.slice(open + 1, close < 0 ? value.length : close) : bare;
  const parts = isEnclosed && close >= 0 ? splitOutsideQuotes(value.slice(close + 1), ';').slice(1) : bareParameters;
  const parameters = readParameters(parts);
  const tag = parameters.get('tag');
  return {
    displayName: isEnclosed ? unquote(trimSpace(value.slice(0, open))) : '',
    uri: trimSpace(uri),
    parameters,
    ...(tag === undefined ? {} : { tag }),
  };
}

/** The address of a header field that stands once: From, To, Refer-To, Referred-By. */
export function addressOf(message: SipMessage, name: string): NameAddress | undefined {
  const value = firstValueOf(message, name);
  return value === undefined ? undefined : readNameAddress(value);
}

/** The addresses of a list: Contact, Route, Record-Route, Path, Service-Route. */
export const addressesOf = (message: SipMessage, name: string): NameAddress[] =>
  valuesOf(message, name).map(readNameAddress);

export const fromOf = (message: SipMessage): NameAddress | undefined => addressOf(message, 'From');
export const toOf = (message: SipMessage): NameAddress | undefined => addressOf(message, 'To');
export const callIdOf = (message: SipMessage): string | undefined => firstValueOf(message, 'Call-ID');
export const contactsOf = (message: SipMessage): NameAddress[] => addressesOf(message, 'Contact');

/** The CSeq's number and method; undefined where it isn't a number and a method. */
export function cseqOf(message: SipMessage): CommandSequence | undefined {
  const [number = '', method, ...more] = (firstValueOf(message, 'CSeq') ?? '').split(/[ \t]+/);
  if (!isNumber(number) || !method || more.length > 0) return undefined;
  return { number: Number(number), method };
}

/** The method of a request, or of the request that a response answers. */
export const methodOf = (message: SipMessage): string | undefined =>
  message.is === 'request' ? message.method : cseqOf(message)?.method;

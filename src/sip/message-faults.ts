import { faultsOfAddress } from './address-faults.ts';
import { isListField, isSingleField } from './header-names.ts';
import { cseqOf, fieldValuesOf, readVia, viaListOf } from './header-values.ts';
import type { HeaderField, MessageFault, SipMessage } from './message.ts';
import { endOfQuotedString, isNumber, isToken, splitOutsideQuotes } from './text.ts';

/** The highest number of a CSeq (RFC 3261 8.1.1.5: less than 2**31). */
const highestSequence = 2 ** 31 - 1;
const highestSeconds = 2 ** 32 - 1;

const word = String.raw`[A-Za-z0-9\-.!%*_+\`'~()<>:\\"/[\]?{}]+`;
const callId = new RegExp(`^${word}(?:@${word})?$`);
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const date = new RegExp(`^${weekday}, \\d\\d ${month} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$`);

function* faultsOfVia(value: string): Generator<string> {
  const via = readVia(value);
  if (!via) {
    yield `“${value.slice(0, 60)}” is no Via value: SIP/2.0/transport, a space, host and port.`;
    return;
  }
  if (via.version !== 'SIP/2.0') yield `The version in Via is ${via.version.slice(0, 60)}, not SIP/2.0.`;
  if (!/^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::\d{1,5})?$/.test(via.sentBy)) {
    yield `The sent-by “${via.sentBy.slice(0, 60)}” of Via is no host with a port.`;
  }
  if (splitOutsideQuotes(value, ';').slice(1).includes('')) yield 'Via has an empty parameter.';
  if (via.branch === 'z9hG4bK') yield 'The branch of Via is the magic cookie alone, without an identifier behind it.';
}

function faultOfSeconds(name: string, value: string): string | undefined {
  if (!isNumber(value)) return `${name} is no number of seconds.`;
  return Number(value) > highestSeconds ? `${name} is larger than 2**32-1.` : undefined;
}

function* faultsOfCseq(message: SipMessage, value: string): Generator<string> {
  const cseq = cseqOf(message);
  if (!cseq || !isToken(cseq.method)) {
    yield `CSeq “${value.slice(0, 60)}” is no number and method.`;
    return;
  }
  if (cseq.number > highestSequence) yield 'The number of CSeq is not below 2**31.';
  if (message.is === 'request' && message.method !== cseq.method) {
    yield `The CSeq method ${cseq.method} differs from the request's method ${message.method}.`;
  }
}

/** What one header field's value has against RFC 3261 25.1, a sentence each. */
function* faultsOfValue(message: SipMessage, { canonicalName, value }: HeaderField): Generator<string> {
  if (isListField(canonicalName) && value !== '' && splitOutsideQuotes(value, ',').includes('')) {
    yield `${canonicalName} has an empty value between commas.`;
  }
  const values = splitOutsideQuotes(value, ',').filter((one) => one !== '');
  switch (canonicalName) {
    case 'Via':
      for (const one of values) yield* faultsOfVia(one);
      break;
    case 'From':
    case 'To':
    case 'Reply-To':
      yield* faultsOfAddress(canonicalName, value);
      break;
    case 'Contact':
    case 'Route':
    case 'Record-Route':
      for (const one of values) if (one !== '*') yield* faultsOfAddress(canonicalName, one);
      break;
    case 'CSeq':
      yield* faultsOfCseq(message, value);
      break;
    case 'Call-ID':
      if (!callId.test(value)) yield `Call-ID “${value.slice(0, 60)}” is no word, or two around an @.`;
      break;
    case 'Max-Forwards':
      if (!isNumber(value) || Number(value) > 255) yield 'Max-Forwards is no number from 0 to 255.';
      break;
    case 'Content-Length':
      if (!isNumber(value)) yield `Content-Length “${value.slice(0, 60)}” is no number of bytes.`;
      break;
    case 'Expires':
    case 'Min-Expires':
    case 'Retry-After': {
      const seconds = canonicalName === 'Retry-After' ? (value.match(/^[^\s(;]*/)?.[0] ?? '') : value;
      const fault = faultOfSeconds(canonicalName, seconds);
      if (fault) yield fault;
      break;
    }
    case 'Date':
      if (!date.test(value)) yield `Date “${value.slice(0, 60)}” is not like “Sat, 13 Nov 2010 23:29:00 GMT”, in GMT.`;
      break;
    case 'Warning':
      for (const one of values) {
        const [code = ''] = one.match(/^\d{3} \S+ (?=")/) ?? [];
        if (code === '' || endOfQuotedString(one.slice(code.length)) !== one.length - code.length) {
          yield `Warning “${one.slice(0, 60)}” is no code of three digits, agent and quoted text.`;
        }
      }
  }
}

/** Header fields that every message has; Max-Forwards and the From tag since RFC 3261 (8.1.1), so by the branch. */
function* faultsOfMissing(message: SipMessage): Generator<string> {
  for (const name of ['Via', 'From', 'To', 'Call-ID', 'CSeq']) {
    if (fieldValuesOf(message, name).length === 0) yield `The message has no ${name}.`;
  }
  const isRfc3261 = viaListOf(message)[0]?.branch?.startsWith('z9hG4bK') ?? false;
  if (message.is === 'request' && isRfc3261 && fieldValuesOf(message, 'Max-Forwards').length === 0) {
    yield 'The request has no Max-Forwards.';
  }
}

/** What a message that was read has against RFC 3261's grammar and mandatory header fields, each fault at its line. */
export function faultsOfMessage(message: SipMessage): MessageFault[] {
  const faults: MessageFault[] = [];
  const seen = new Set<string>();
  for (const field of message.fields) {
    const { canonicalName, line } = field;
    if (isSingleField(canonicalName) && seen.has(canonicalName)) {
      faults.push({ line, reason: `${canonicalName} stands more than once.` });
    }
    seen.add(canonicalName);
    for (const reason of faultsOfValue(message, field)) faults.push({ line, reason });
  }
  if (message.is !== 'neither') {
    for (const reason of faultsOfMissing(message)) faults.push({ line: message.line, reason });
  }
  return faults;
}

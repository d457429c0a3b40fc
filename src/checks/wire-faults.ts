import { callIdOf, cseqOf, fromOf, toOf, viaListOf } from '../sip/header-values.ts';
import type { SipMessage } from '../sip/message.ts';
import type { Dissected } from './tshark.ts';

/** Facts of a message that two readers must agree on, under the names that a report gives them. */
type Reading = Readonly<Record<string, string | undefined>>;

function readingOf(message: SipMessage): Reading {
  const cseq = cseqOf(message);
  return {
    method: message.is === 'request' ? message.method : undefined,
    'Request-URI': message.is === 'request' ? message.requestUri : undefined,
    'status code': message.is === 'response' ? String(message.statusCode) : undefined,
    'reason phrase': message.is === 'response' ? message.reasonPhrase : undefined,
    CSeq: cseq && `${cseq.number} ${cseq.method}`,
    'Call-ID': callIdOf(message),
    'branch of the top Via': viaListOf(message)[0]?.branch,
    'From tag': fromOf(message)?.tag,
    'To tag': toOf(message)?.tag,
  };
}

/** What stands under a path of keys, the first where there are several: a quoted message comes behind the one that quotes it. */
function at(dissected: Dissected | undefined, ...keys: string[]): Dissected | undefined {
  if (Array.isArray(dissected)) return at(dissected[0], ...keys);
  const [key, ...more] = keys;
  if (key === undefined || dissected === undefined) return dissected;
  return typeof dissected === 'string' ? undefined : at(dissected[key], ...more);
}

function dissectedReadingOf(sip: Dissected): Reading {
  const textAt = (...keys: string[]) => {
    const found = at(sip, ...keys);
    return typeof found === 'string' ? found : undefined;
  };
  const field = (...keys: string[]) => textAt('sip.msg_hdr_tree', ...keys);
  const number = field('sip.CSeq_tree', 'sip.CSeq.seq');
  return {
    method: textAt('sip.Request-Line_tree', 'sip.Method'),
    'Request-URI': textAt('sip.Request-Line_tree', 'sip.r-uri'),
    'status code': textAt('sip.Status-Line_tree', 'sip.Status-Code'),
    'reason phrase': textAt('sip.Status-Line')?.replace(/^\S+ \S+ ?/, ''),
    CSeq: number && `${number} ${field('sip.CSeq_tree', 'sip.CSeq.method')}`,
    'Call-ID': field('sip.Call-ID'),
    'branch of the top Via': field('sip.Via_tree', 'sip.Via.branch'),
    'From tag': field('sip.From_tree', 'sip.from.tag'),
    'To tag': field('sip.To_tree', 'sip.to.tag'),
  };
}

/** Wireshark's severities from "warning" on; notes and chat are no faults. */
const leastSeverity = 0x600000;

/** Every complaint in a packet: expert information from warnings on, and layers that Wireshark calls malformed. */
function* complaintsIn(dissected: Dissected): Generator<string> {
  if (typeof dissected === 'string') return;
  if (Array.isArray(dissected)) {
    for (const one of dissected) yield* complaintsIn(one);
    return;
  }
  if (Number(at(dissected['_ws.expert.severity'])) >= leastSeverity) {
    yield `TShark complains: ${at(dissected['_ws.expert.message']) ?? 'no message'}`;
  }
  for (const [key, inside] of Object.entries(dissected)) {
    if (key === '_ws.malformed' && typeof inside === 'string') yield `TShark calls it malformed: ${inside}`;
    yield* complaintsIn(inside);
  }
}

const quoted = (text: string | undefined) => (text === undefined ? 'none' : `“${text}”`);

/** What TShark finds wrong with the packet of a message, or reads otherwise than this project does, a sentence each. */
export function* faultsOfDissection(message: SipMessage, layers: Dissected): Generator<string> {
  yield* new Set(complaintsIn(layers));
  const sip = at(layers, 'sip');
  if (sip === undefined) {
    yield 'TShark does not read it as SIP.';
    return;
  }
  const theirs = dissectedReadingOf(sip);
  for (const [name, ours] of Object.entries(readingOf(message))) {
    if (ours === theirs[name]) continue;
    yield `TShark reads another ${name}: ${quoted(theirs[name])}, where this project reads ${quoted(ours)}.`;
  }
}

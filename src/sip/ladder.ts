import type { Exchange, ExchangeMessage } from './exchange.ts';
import { cseqOf } from './header-values.ts';
import type { SipMessage } from './message.ts';

/** A party's vertical line, counted from the left. */
export interface Lane {
  index: number;
  name: string;
  label: string;
  address?: string;
}

/** A message between two lanes. */
export interface Arrow {
  is: 'arrow';
  from: number;
  to: number;
  /** A method or a status: `INVITE`, `486 Busy Here`. */
  label: string;
  /** `1 INVITE` */
  cseq?: string;
  /** Seconds since the ladder's first row that has a time. */
  time?: number;
  /** The message's position in the exchange. */
  message: number;
  isRetransmission: boolean;
  isLost: boolean;
  isHighlighted: boolean;
}

/** Words over one lane or several. */
export interface Note {
  is: 'note';
  /** The leftmost and the rightmost lane that it covers. */
  from: number;
  to: number;
  text: string;
  time?: number;
  isHighlighted: boolean;
}

export interface Ladder {
  lanes: Lane[];
  rows: (Arrow | Note)[];
}

export interface LadderParty {
  name: string;
  label?: string;
  addresses?: readonly string[];
}

/** A note to be placed: before the message of that position, in the given order. */
export interface PlacedNote {
  before: number;
  parties: readonly string[];
  text: string;
  time?: number;
  isHighlighted?: boolean;
}

export interface LadderOptions {
  /** Their order is the lanes' order; a message's other parties follow as they appear. */
  parties?: readonly LadderParty[];
  notes?: readonly PlacedNote[];
  isHighlighted?: (message: ExchangeMessage) => boolean;
}

/** What stands on a message's arrow: the method, or the status code with its reason phrase. */
export function labelOf(message: SipMessage): string {
  if (message.is === 'request') return message.method;
  if (message.is === 'response') return `${message.statusCode} ${message.reasonPhrase}`.trimEnd();
  return message.startLine.slice(0, 40);
}

/** The lane of a name or an address; an unknown one gets a lane at the right. */
function laneFinder(parties: readonly LadderParty[]): { lanes: Lane[]; laneOf: (name: string) => number } {
  const lanes: Lane[] = [];
  const byName = new Map<string, number>();
  const add = ({ name, label, addresses = [] }: LadderParty) => {
    const index = lanes.length;
    lanes.push({ index, name, label: label ?? name, ...(addresses[0] === undefined ? {} : { address: addresses[0] }) });
    for (const known of [name, ...addresses]) if (!byName.has(known)) byName.set(known, index);
    return index;
  };
  for (const party of parties) add(party);
  return { lanes, laneOf: (name) => byName.get(name) ?? add({ name }) };
}

/** Lays an exchange out as a ladder, row by row from top to bottom, independent of how it is drawn. */
export function ladderOf({ messages }: Exchange, options: LadderOptions = {}): Ladder {
  const { parties = [], notes = [], isHighlighted = () => false } = options;
  const { lanes, laneOf } = laneFinder(parties);
  const times = [...messages, ...notes].flatMap(({ time }) => time ?? []);
  const start = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const timeOf = (time: number | undefined) => (time === undefined ? {} : { time: time - start });
  const rowOfNote = (note: PlacedNote): Note => {
    const covered = note.parties.map(laneOf);
    const [from, to] = [Math.min(...covered), Math.max(...covered)];
    return { is: 'note', from, to, text: note.text, isHighlighted: note.isHighlighted ?? false, ...timeOf(note.time) };
  };
  const rowOfMessage = (one: ExchangeMessage): Arrow => {
    const cseq = cseqOf(one.message);
    return {
      is: 'arrow',
      from: laneOf(one.from ?? 'sender unknown'),
      to: laneOf(one.to ?? 'receiver unknown'),
      label: labelOf(one.message),
      ...(cseq ? { cseq: `${cseq.number} ${cseq.method}` } : {}),
      ...timeOf(one.time),
      message: one.index,
      isRetransmission: one.retransmissionOf !== undefined,
      isLost: one.lost ?? false,
      isHighlighted: isHighlighted(one),
    };
  };
  const notesAt = (position: number) =>
    notes.filter(({ before, parties: named }) => before === position && named.length > 0).map(rowOfNote);
  const rows = messages.flatMap((one, position) => [...notesAt(position), rowOfMessage(one)]);
  const after = notes.filter(({ before, parties: named }) => before >= messages.length && named.length > 0);
  return { lanes, rows: [...rows, ...after.map(rowOfNote)] };
}

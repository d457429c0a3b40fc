/** Tools whose text this project reads, beside Wireshark's follow-stream and plain messages. */
export type TraceFormat =
  | 'sngrep'
  | 'ngrep'
  | 'sipp'
  | 'kamailio'
  | 'sipdump'
  | 'asterisk'
  | 'baresip'
  | 'pjsua'
  | 'linphone'
  | 'sipsak'
  | 'sofia';

/** What the lines before a message tell about it. */
export interface Frame {
  format: TraceFormat;
  time?: number;
  from?: string;
  to?: string;
  transport?: string;
  /** The message below was told before, or is not sent: sipsak's preview, SIPp's complaint about a message. */
  isEcho?: boolean;
  /** Where the tool doesn't say it: `reply` goes back to the request's sender, `forward` leaves from the top Via's sent-by. */
  way?: 'reply' | 'forward';
}

/** A line that a tool writes between messages, and what it tells. */
export interface FramePattern {
  format: TraceFormat;
  pattern: RegExp;
  /** Adds to the frame of the lines above; without it a new frame begins. */
  continues?: true;
  read: (found: RegExpMatchArray, above: Frame | undefined) => Partial<Frame>;
}

/** The end of the side that writes the log, where the log doesn't name it. */
const local = 'local';

/** Seconds from 1970 of a date like 2026-11-22 and a time like 08:26:32.43, both in UTC; from midnight without a date. */
function secondsOf(date: string | undefined, time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const days = date === undefined ? 0 : Date.parse(`${date.replace(/\//g, '-')}T00:00:00Z`) / 1000;
  return days + hours * 3600 + minutes * 60 + seconds;
}

const timed = (date: string | undefined, time: string): Partial<Frame> => {
  const seconds = secondsOf(date, time);
  return Number.isFinite(seconds) ? { time: seconds } : {};
};

/** Drops the prefix of an IPv4 address that a socket for both families shows. */
const addressOf = (text: string) => text.replace(/^::ffff:(?=\d+\.)/i, '');

/** The two ends as the writer of the log sees them. */
const ends = (isIncoming: boolean, peer: string): Partial<Frame> =>
  isIncoming ? { from: addressOf(peer), to: local } : { from: local, to: addressOf(peer) };

/** The lines of each tool, as its logs and its source show them. */
export const framePatterns: readonly FramePattern[] = [
  {
    format: 'sngrep',
    pattern: /^(\d{4}\/\d\d\/\d\d) (\d\d:\d\d:\d\d\.\d+) (\S+) -> (\S+)$/,
    read: ([, date, time = '', from = '', to = '']) => ({ ...timed(date, time), from, to }),
  },
  {
    format: 'ngrep',
    pattern: /^(U|T)(?:\(\d+\))? (?:(\d{4}\/\d\d\/\d\d) )?(\d\d:\d\d:\d\d\.\d+) (\S+) -> (\S+)(?: \[\w+\])?(?: #\d+)?$/,
    read: ([, transport, date, time = '', from = '', to = '']) => {
      return { ...timed(date, time), from, to, transport: transport === 'U' ? 'UDP' : 'TCP' };
    },
  },
  {
    format: 'sipp',
    pattern: /^-{47} (\d{4}-\d\d-\d\d)[ \t](\d\d:\d\d:\d\d\.\d+)/,
    read: ([, date, time = '']) => timed(date, time),
  },
  {
    format: 'sipp',
    pattern: /^(UDP|TCP|TLS|SCTP) message (sent|received) (?:\(\d+ bytes\)|\[\d+\] bytes) ?:$/,
    continues: true,
    read: ([, transport = '', way]) => ({ transport, ...ends(way === 'received', 'peer') }),
  },
  {
    format: 'sipp',
    pattern: /^(?:Unexpected|Dead call \S+ received a|Discarding) ?\w* message/,
    read: () => ({ isEcho: true }),
  },
  { format: 'sipp', pattern: /^-{47}$/, read: () => ({}) },
  { format: 'sipdump', pattern: /^={20}$/, read: () => ({}) },
  {
    format: 'sipdump',
    pattern: /^time: (\d+\.\d+)$/,
    continues: true,
    read: ([, time]) => ({ time: Number(time) }),
  },
  {
    format: 'sipdump',
    pattern: /^proto: (\w+)/,
    continues: true,
    read: ([, transport = '']) => ({ transport: transport.toUpperCase() }),
  },
  {
    format: 'sipdump',
    pattern: /^(src|dst)ip: (\S+)$/,
    continues: true,
    read: ([, end, host = '']) => ({ [end === 'src' ? 'from' : 'to']: host.includes(':') ? `[${host}]` : host }),
  },
  {
    format: 'sipdump',
    pattern: /^(src|dst)port: (\d+)$/,
    continues: true,
    read: ([, end, port], above) =>
      end === 'src' ? { from: `${above?.from ?? ''}:${port}` } : { to: `${above?.to ?? ''}:${port}` },
  },
  { format: 'sipdump', pattern: /^(?:tag|pid|process|date): /, continues: true, read: () => ({}) },
  {
    format: 'kamailio',
    pattern: /(?<!\d)\d+\(\d+\) \w+: <script>: RECV(?:-REPLY)? (\w+) (\S+) -> (\S+)$/,
    read: ([, transport = '', from = '', to = '']) => ({ transport: transport.toUpperCase(), from, to }),
  },
  {
    format: 'kamailio',
    pattern: /(?<!\d)\d+\(\d+\) \w+: <script>: SEND \S+ -> (\S+)$/,
    read: ([, to = '']) => ({ to, way: 'forward' }),
  },
  { format: 'kamailio', pattern: /(?<!\d)\d+\(\d+\) \w+: <script>: LOCAL-REPLY\b/, read: () => ({ way: 'reply' }) },
  {
    format: 'kamailio',
    pattern: /^ ?\d+\(\d+\) (?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT): /,
    read: () => ({}),
  },
  {
    format: 'asterisk',
    pattern: /<--- (Received|Transmitting) SIP (?:request|response) \(\d+ bytes\) (?:from|to) (\w+):(\S+) --->/,
    read: ([, way, transport = '', peer = '']) => ({ transport, ...ends(way === 'Received', peer) }),
  },
  {
    format: 'asterisk',
    pattern: /<--- SIP read from (\w+):(\S+) --->/,
    read: ([, transport = '', peer = '']) => ({ transport, ...ends(true, peer) }),
  },
  {
    format: 'asterisk',
    pattern: /<--- (?:Reliably )?(?:Transmitting|Retransmitting)\b.* to (\S+) --->/,
    read: ([, peer = '']) => ends(false, peer),
  },
  { format: 'asterisk', pattern: /^<-+>$/, read: () => ({}) },
  {
    format: 'baresip',
    pattern: /^(UDP|TCP|TLS|WSS?) (\S+:\d+) -> (\S+:\d+)$/,
    read: ([, transport = '', from = '', to = '']) => ({ transport, from, to }),
  },
  {
    format: 'pjsua',
    pattern:
      /(?:^|\s)(\d\d:\d\d:\d\d\.\d+) +\S+ +[.!]*(TX|RX) \d+ bytes (?:Request|Response) msg .* (?:to|from) (\w+) (\S+):$/,
    read: ([, time = '', way, transport = '', peer = '']) => {
      return { ...timed(undefined, time), transport, ...ends(way === 'RX', peer) };
    },
  },
  { format: 'pjsua', pattern: /^(?:--end msg--|\d\d:\d\d:\d\d\.\d+ +\S+ +[.!]*\S)/, read: () => ({}) },
  {
    format: 'linphone',
    pattern:
      /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d):(\d+) belle-sip-message-channel \[\w+\]: (received|message sent).* (?:from|to) \[(\w+):\/\/([^\]]+|.*\]:\d+)\]/,
    read: ([, date, time = '', fraction = '', way, transport = '', peer = '']) => {
      return { ...timed(date, `${time}.${fraction}`), transport, ...ends(way === 'received', peer) };
    },
  },
  {
    format: 'linphone',
    pattern: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d+ \S+-(?:debug|message|warning|error|fatal)-/,
    read: () => ({}),
  },
  { format: 'sipsak', pattern: /^New message with .*:$/, read: () => ({ isEcho: true }) },
  { format: 'sipsak', pattern: /^request:$/, read: () => ({ from: local, to: 'peer' }) },
  {
    format: 'sipsak',
    pattern: /^received from: (\w+):(\S+)$/,
    read: ([, transport = '', peer = '']) => ({ transport, ...ends(true, peer) }),
  },
  {
    format: 'sofia',
    pattern: /^(recv|send) \d+ bytes (?:from|to) (\w+)\/(\S+) at (\d\d:\d\d:\d\d\.\d+):$/,
    read: ([, way, transport = '', peer = '', time = '']) => {
      const address = peer.replace(/^\[([\d.]+)\]/, '$1');
      return { ...timed(undefined, time), transport: transport.toUpperCase(), ...ends(way === 'recv', address) };
    },
  },
  { format: 'sofia', pattern: /^-{72}$/, continues: true, read: () => ({}) },
];

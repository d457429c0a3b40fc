/** The order of an SDP description's lines (RFC 8866 9): session, then each media description. */
const sessionOrder = 'vosiuepcbtrzkam';
const mediaOrder = 'micbka';

const patterns: Readonly<Record<string, RegExp>> = {
  v: /^0$/,
  o: /^\S+ \d+ \d+ IN IP[46] \S+$/,
  s: /^.+$/,
  c: /^IN IP[46] \S+$/,
  t: /^\d+ \d+$/,
  m: /^\S+ \d+(?:\/\d+)? \S+(?: \S+)+$/,
  a: /^[^\s:]+(?::.+)?$/,
};

/** What is wrong with an SDP body: the line in the body, from 1, and a sentence. */
export function faultsOfSdp(body: string): { line: number; reason: string }[] {
  const faults: { line: number; reason: string }[] = [];
  const lines = body.split('\r\n');
  const report = (index: number, reason: string) => faults.push({ line: index + 1, reason });
  if (lines.pop() !== '') report(lines.length, 'The last line of the SDP body does not end in CRLF.');
  const seen = new Set<string>();
  let order = sessionOrder;
  let position = 0;
  let hasConnection = false;
  for (const [index, line] of lines.entries()) {
    const [, type = '', value = ''] = line.match(/^([a-z])=(\S.*|)$/) ?? [];
    if (type === '') {
      report(index, `“${line.slice(0, 40)}” is no SDP line: a letter, = and a value.`);
      continue;
    }
    if (type === 'm') {
      if (order === mediaOrder && !hasConnection)
        report(index - 1, 'A media description has no c= line, and the session neither.');
      hasConnection = seen.has('c') && (order === sessionOrder || hasConnection);
      order = mediaOrder;
      position = 0;
    }
    if (type === 'c') hasConnection = true;
    if (order === sessionOrder) seen.add(type);
    const at = order.indexOf(type);
    // RFC 8866 9: r= and z= belong to the t= before them, so that t= may follow again.
    const isNextTime = type === 't' && order === sessionOrder && position <= order.indexOf('z');
    if (at < position && !isNextTime) {
      report(index, `The ${type}= line stands where SDP does not allow it.`);
    } else position = at;
    if (patterns[type]?.test(value) === false) report(index, `“${line.slice(0, 60)}” is no well-formed ${type}= line.`);
  }
  for (const type of 'vost') if (!seen.has(type)) report(0, `The SDP body has no ${type}= line.`);
  if (order === mediaOrder && !hasConnection)
    report(lines.length - 1, 'A media description has no c= line, and the session neither.');
  return faults;
}

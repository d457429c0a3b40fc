import type { FlowFault, FlowHead } from './flow.ts';

const known = 'title, code, transport, party, password and # are known';

/** Reads the lines before a flow's first message. */
export function readHead(lines: readonly string[], faults: FlowFault[]): FlowHead {
  const head: FlowHead = { title: '', codes: [], transport: 'UDP', parties: [], passwords: [] };
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const report = (reason: string) => faults.push({ line, reason });
    if (text.trim() === '' || text.startsWith('#')) continue;
    const [, key = '', value = ''] = text.match(/^(title|code|transport|party|password)\b:?\s*(.*)$/) ?? [];
    if (key === 'title') head.title = value.trim();
    else if (key === 'transport') head.transport = value.trim().toUpperCase();
    else if (key === 'code') {
      const codes = value.split(',').map((code) => code.trim());
      if (codes.every((code) => /^[1-6]\d\d$/.test(code))) head.codes.push(...codes.map(Number));
      else report('The code is no number from 100 to 699, nor several with commas between.');
    } else if (key === 'party') {
      const [name = '', label = '', addresses = '', ...more] = value.trim().split(/\s{2,}/);
      if (!/^[a-z][\w.-]*$/i.test(name) || addresses === '' || more.length > 0) {
        report(
          'A party is a name, a label and addresses, with two spaces between: party bob  Bob’s phone  192.0.2.20:5060',
        );
      } else if (head.parties.some((party) => party.name === name)) report(`The party ${name} is there already.`);
      else head.parties.push({ name, label, addresses: addresses.split(/\s*,\s*/), line });
    } else if (key === 'password') {
      const [, user = '', password = ''] = value.match(/^(\S+):\s+(\S.*)$/) ?? [];
      if (user === '') report('A password is a user name, a colon and the password: password alice: secret');
      else head.passwords.push({ user, password });
    } else report(`“${text.slice(0, 40)}” is no line of a flow’s head; ${known}.`);
  }
  if (head.title === '') faults.push({ line: 1, reason: 'The flow has no title.' });
  if (head.codes.length === 0) faults.push({ line: 1, reason: 'The flow has no code.' });
  return head;
}

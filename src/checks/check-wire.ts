/**
 * Has TShark dissect every message of content/flows/, and reports what it calls malformed or reads otherwise than src/sip/.
 * Messages that show a fault on purpose (`??`) may differ; the report tells how. Run from the project's root, by hand or
 * with `npm run check:wire`. Exit code: 0 all alike, 1 faults, 2 no TShark here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readFlow } from '../sip/flow.ts';
import { type Dissected, dissect, tsharkVersion } from './tshark.ts';
import { faultsOfDissection } from './wire-faults.ts';
import { packetsOf, type WirePacket } from './wire-packets.ts';

const folder = 'content/flows';

const version = tsharkVersion();
if (version === undefined) {
  console.error(
    'TShark is missing: install it, on Debian and Ubuntu with “apt-get install tshark”, and run this again.',
  );
  process.exit(2);
}
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.flow'))
  .sort()
  .map((name) => ({ path: `${folder}/${name}`, flow: readFlow(readFileSync(`${folder}/${name}`, 'utf8')) }));
let packets: WirePacket[];
let dissections: Dissected[];
try {
  packets = packetsOf(files);
  dissections = dissect(packets);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const faults: string[] = [];
const expected: string[] = [];
for (const [index, { path, message }] of packets.entries()) {
  if (!message) continue;
  const intended = message.expectedFaults.map(({ words }) => words).join('; ');
  for (const reason of faultsOfDissection(message.message, dissections[index] ?? '')) {
    if (intended === '') faults.push(`${path}:${message.line} ${reason}`);
    else expected.push(`${path}:${message.line} ${reason} Expected, since it shows on purpose: ${intended}.`);
  }
}
const count = packets.filter(({ message }) => message).length;
console.log(`TShark ${version} has read ${count} messages of ${files.length} flows.`);
for (const line of expected) console.log(line);
for (const line of faults) console.error(line);
console.log(faults.length === 0 ? 'It reads every one as this project does.' : `Faults: ${faults.length}.`);
process.exitCode = faults.length === 0 ? 0 : 1;

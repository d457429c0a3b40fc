import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codesWithFile, faultsOfCodes } from '../lib/faults/code-faults.ts';
import { dataFolders, faultsOfDataFolder } from '../lib/faults/data-faults.ts';
import { faultsOfFlows } from '../lib/faults/flow-faults.ts';
import { type ContentFile, type Fault, faultLineOf } from '../lib/faults/fault.ts';

/** The files below a folder of content/, with their paths from the project's root. */
const filesBelow = (folder: string): ContentFile[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
        .sort()
        .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    : [];

/** Throws one error that lists every fault of content/, or does nothing. Run from the project's root. */
export function assertWholeContent(): void {
  const codes = filesBelow('content/codes');
  const known = codesWithFile(codes);
  const faults: Fault[] = [
    ...faultsOfCodes(codes),
    ...faultsOfFlows(filesBelow('content/flows'), codes, known),
    ...Object.keys(dataFolders).flatMap((name) => faultsOfDataFolder(name, filesBelow(`content/${name}`), known)),
  ];
  if (faults.length === 0) return;
  throw new Error(
    `content/ has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(faultLineOf).join('\n')}`,
  );
}

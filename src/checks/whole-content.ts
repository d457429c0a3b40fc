import { readdirSync, readFileSync } from 'node:fs';
import { type ContentFile, type Fault, faultLineOf, faultsOfCodes } from '../lib/content-faults.ts';

/** The files below a folder of content/, with their paths from the project's root. */
export const filesBelow = (folder: string): ContentFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Throws one error that lists every fault of content/, or does nothing. Run from the project's root. */
export function assertWholeContent(): void {
  const faults: Fault[] = faultsOfCodes(filesBelow('content/codes'));
  if (faults.length === 0) return;
  throw new Error(`content/ has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(faultLineOf).join('\n')}`);
}

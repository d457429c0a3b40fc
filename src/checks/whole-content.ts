import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { captureFiles } from '../lib/captures.ts';
import { faultsOfClasses } from '../lib/faults/class-faults.ts';
import { codesWithFile, faultsOfCodes } from '../lib/faults/code-faults.ts';
import { dataFolders, faultsOfDataFolder } from '../lib/faults/data-faults.ts';
import { faultsOfFlows } from '../lib/faults/flow-faults.ts';
import { faultsOfJoins } from '../lib/faults/joined-faults.ts';
import { faultsOfText } from '../lib/faults/text-faults.ts';
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

/** Files of content/ that lie where nothing reads them: their pages would be left out silently. */
const strayFiles = (folders: readonly string[]): Fault[] =>
  filesBelow('content')
    .filter(({ path }) => !folders.some((folder) => path.startsWith(`content/${folder}/`)))
    .map(({ path }) => ({
      path,
      field: 'folder',
      problem: `is none that is read; the folders of content/ are ${folders.join(', ')}.`,
    }));

/** Throws one error that lists every fault of content/, or does nothing. Run from the project's root. */
export function assertWholeContent(): void {
  const dataNames = Object.keys(dataFolders);
  const folders = ['codes', 'classes', 'flows', ...dataNames];
  const unreadable: Fault[] = [];
  const filesOf = new Map(
    folders.map((name) => [
      name,
      filesBelow(`content/${name}`).filter((file) => {
        const faults = faultsOfText(file);
        unreadable.push(...faults);
        return faults.length === 0;
      }),
    ]),
  );
  const files = (name: string) => filesOf.get(name) ?? [];
  const known = codesWithFile(filesBelow('content/codes'));
  const captures = captureFiles();
  const faults: Fault[] = [
    ...unreadable,
    ...strayFiles(folders),
    ...faultsOfCodes(files('codes'), known),
    ...faultsOfClasses(filesBelow('content/classes'), known),
    ...faultsOfFlows(files('flows'), files('codes'), known),
    ...dataNames.flatMap((name) => faultsOfDataFolder(name, files(name), known)),
  ];
  if (captures.size === 0) {
    faults.push({ path: 'public/captures/', field: 'files', problem: 'holds no capture; pages cite those of it.' });
  }
  if (faults.length === 0) {
    faults.push(
      ...faultsOfJoins({
        codes: files('codes'),
        causes: files('causes'),
        stacks: files('stacks'),
        comparisons: files('comparisons'),
        symptoms: files('symptoms'),
        headerFields: files('header-fields'),
        captures,
      }),
    );
  }
  if (faults.length === 0) return;
  throw new Error(
    `content/ has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(faultLineOf).join('\n')}`,
  );
}

import { classSchema } from '../class-schema.ts';
import { responseClasses } from '../response-class.ts';
import type { ContentFile, Fault } from './fault.ts';
import { faultsOfMdxFile } from './mdx-file-faults.ts';

const fileName = /^content\/classes\/([1-6]xx)\.mdx$/;
const firstHeading = 'What it promises';

function* faultsOfHeadings(_data: unknown, body: string): Generator<[string, string]> {
  if (body.match(/^## (.+?)\s*$/m)?.[1] !== firstHeading) {
    yield ['headings', `“## ${firstHeading}” is not the first; begin the body with it.`];
  }
}

const classFile = { schema: classSchema, code: undefined, ownFaults: faultsOfHeadings };

/** Every fault of the files below content/classes/, all at once. */
export function faultsOfClasses(files: readonly ContentFile[], known: ReadonlySet<number>): Fault[] {
  const missing = responseClasses
    .map((responseClass) => `content/classes/${responseClass}.mdx`)
    .filter((path) => !files.some((file) => file.path === path));
  return [
    ...missing.map((path) => ({ path, field: 'file', problem: 'is missing; each of the six classes has its file.' })),
    ...files.flatMap((file): Fault[] =>
      fileName.test(file.path)
        ? [...faultsOfMdxFile(file, classFile, known)]
        : [{ path: file.path, field: 'file name', problem: 'is not named after a class; call it like 4xx.mdx.' }],
    ),
  ];
}

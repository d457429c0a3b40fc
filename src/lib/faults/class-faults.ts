import { classSchema } from '../class-schema.ts';
import { responseClasses } from '../response-class.ts';
import { partsOfCodeFile } from './code-faults.ts';
import type { ContentFile, Fault } from './fault.ts';
import { faultsOfMdx, faultsOfMdxProse } from './mdx-faults.ts';
import { faultsOfReferences } from './prose-faults.ts';
import { faultsOfSchema, readYaml } from './schema-faults.ts';

const fileName = /^content\/classes\/([1-6]xx)\.mdx$/;
const firstHeading = 'What it promises';

function* faultsOfClass({ path, text }: ContentFile, known: ReadonlySet<number>): Generator<Fault> {
  const fault = (field: string, problem: string): Fault => ({ path, field, problem });
  const parts = partsOfCodeFile(text);
  if (!parts) {
    yield fault('front matter', 'is missing; begin the file with a line ---, the facts, and a line ---.');
    return;
  }
  const { data, problems } = readYaml(parts.frontMatter);
  for (const problem of problems) yield fault('front matter', problem);
  if (problems.length > 0) return;
  for (const [field, problem] of faultsOfSchema(classSchema, data)) yield fault(field, problem);
  for (const [field, problem] of faultsOfReferences(data, undefined, known)) yield fault(field, problem);
  if (parts.body.match(/^## (.+?)\s*$/m)?.[1] !== firstHeading) {
    yield fault('headings', `“## ${firstHeading}” is not the first; begin the body with it.`);
  }
  for (const problem of faultsOfMdx(parts.body)) yield fault('body', problem);
  for (const problem of faultsOfMdxProse(parts.body, undefined, known)) yield fault('body', problem);
}

/** Every fault of the files below content/classes/, all at once. */
export function faultsOfClasses(files: readonly ContentFile[], known: ReadonlySet<number>): Fault[] {
  const missing = responseClasses
    .map((responseClass) => `content/classes/${responseClass}.mdx`)
    .filter((path) => !files.some((file) => file.path === path));
  return [
    ...missing.map((path) => ({ path, field: 'file', problem: 'is missing; each of the six classes has its file.' })),
    ...files.flatMap((file): Fault[] =>
      fileName.test(file.path)
        ? [...faultsOfClass(file, known)]
        : [{ path: file.path, field: 'file name', problem: 'is not named after a class; call it like 4xx.mdx.' }],
    ),
  ];
}

import type { z } from 'astro/zod';
import { causeSchema } from '../cause-schema.ts';
import { comparisonSchema } from '../comparison-schema.ts';
import { headerFieldSchema } from '../header-field-schema.ts';
import { stackSchema } from '../stack-schema.ts';
import { symptomSchema } from '../symptom-schema.ts';
import type { ContentFile, Fault } from './fault.ts';
import { faultsOfReferences } from './prose-faults.ts';
import { faultsOfSchema, readYaml } from './schema-faults.ts';

interface DataFolder {
  schema: z.ZodObject;
  name: RegExp;
  example: string;
}

/** The folders of content/ that hold one YAML file for each thing, named after it. */
export const dataFolders: Record<string, DataFolder> = {
  comparisons: { schema: comparisonSchema, name: /^[1-6]\d\d(-[1-6]\d\d)+$/, example: '480-486.yaml' },
  symptoms: { schema: symptomSchema, name: /^[a-z0-9]+(-[a-z0-9]+)*$/, example: 'no-ringback.yaml' },
  causes: { schema: causeSchema, name: /^(\d|[1-9]\d|1[01]\d|12[0-7])$/, example: '17.yaml' },
  stacks: { schema: stackSchema, name: /^[a-z0-9]+(-[a-z0-9]+)*$/, example: 'asterisk.yaml' },
  'header-fields': { schema: headerFieldSchema, name: /^[A-Za-z][A-Za-z0-9-]*$/, example: 'Retry-After.yaml' },
};

const codeKeys = new Set(['code', 'send', 'codes']);

/** Every number in a field that names a code. */
function* codesNamedIn(value: unknown, field: string): Generator<[string, number]> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    if (codeKeys.has(key) && typeof item === 'number') yield [place, item];
    else if (codeKeys.has(key) && Array.isArray(item)) for (const code of item) yield [place, Number(code)];
    else yield* codesNamedIn(item, place);
  }
}

function* faultsOfDataFile(file: ContentFile, folder: DataFolder, known: ReadonlySet<number>): Generator<Fault> {
  const fault = (field: string, problem: string): Fault => ({ path: file.path, field, problem });
  const id = file.path.split('/').at(-1) ?? '';
  if (!id.endsWith('.yaml') || !folder.name.test(id.slice(0, -5))) {
    yield fault('file name', `is not named after what it holds; call it like ${folder.example}.`);
    return;
  }
  const { data, problems } = readYaml(file.text);
  for (const problem of problems) yield fault('file', problem);
  if (problems.length > 0) return;
  for (const [field, problem] of faultsOfSchema(folder.schema, data)) yield fault(field, problem);
  for (const [field, problem] of faultsOfReferences(data, undefined, known)) yield fault(field, problem);
  const named =
    id
      .match(/^\d{3}(-\d{3})+/)?.[0]
      .split('-')
      .map((code): [string, number] => ['file name', Number(code)]) ?? [];
  for (const [field, code] of [...named, ...codesNamedIn(data, '')]) {
    if (!known.has(code) && !file.path.startsWith('content/stacks/')) {
      yield fault(field, `${code} is no code with a page; add content/codes/${code}.mdx, or name another.`);
    }
  }
}

/** Every fault of the files in one of the data folders, all at once. */
export function faultsOfDataFolder(name: string, files: readonly ContentFile[], known: ReadonlySet<number>): Fault[] {
  const folder = dataFolders[name];
  if (!folder)
    throw new Error(`content/${name}/ is no folder of data; the folders are ${Object.keys(dataFolders).join(', ')}.`);
  if (files.length === 0) {
    return [
      { path: `content/${name}/`, field: 'files', problem: `holds no file; each is a file such as ${folder.example}.` },
    ];
  }
  return files.flatMap((file) => [...faultsOfDataFile(file, folder, known)]);
}

import type { ContentFile, Fault } from './fault.ts';
import { faultsOfMdx, faultsOfMdxProse } from './mdx-faults.ts';
import { faultsOfReferences } from './prose-faults.ts';
import { faultsOfSchema, readYaml } from './schema-faults.ts';

/** The front matter of an MDX file and the body below it; undefined where the file has none. */
export function partsOfMdxFile(text: string): { frontMatter: string; body: string } | undefined {
  const parts = text.match(/^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/);
  return parts ? { frontMatter: parts[1] ?? '', body: parts[2] ?? '' } : undefined;
}

/** What makes an MDX file of facts and prose one of its kind, beside what holds for all of them. */
interface Kind {
  schema: Parameters<typeof faultsOfSchema>[0];
  /** The code that the file is about; undefined for a class. */
  code: number | undefined;
  ownFaults(data: unknown, body: string): Iterable<[field: string, problem: string]>;
}

/** The faults of one MDX file of facts and prose; what can't be read hides the rest. */
export function* faultsOfMdxFile(
  { path, text }: ContentFile,
  kind: Kind,
  known: ReadonlySet<number>,
): Generator<Fault> {
  const fault = (field: string, problem: string): Fault => ({ path, field, problem });
  const parts = partsOfMdxFile(text);
  if (!parts) {
    yield fault('front matter', 'is missing; begin the file with a line ---, the facts, and a line ---.');
    return;
  }
  const { data, problems } = readYaml(parts.frontMatter);
  for (const problem of problems) yield fault('front matter', problem);
  if (problems.length > 0) return;
  const { body } = parts;
  for (const [field, problem] of faultsOfSchema(kind.schema, data)) yield fault(field, problem);
  for (const [field, problem] of faultsOfReferences(data, kind.code, known)) yield fault(field, problem);
  for (const [field, problem] of kind.ownFaults(data, body)) yield fault(field, problem);
  for (const problem of faultsOfMdx(body)) yield fault('body', problem);
  for (const problem of faultsOfMdxProse(body, kind.code, known)) yield fault('body', problem);
}

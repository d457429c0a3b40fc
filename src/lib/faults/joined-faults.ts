/** Faults that no file shows alone: facts of one file that another doesn't know, or says otherwise. */
import type { CauseFacts } from '../cause-schema.ts';
import type { CodeFacts } from '../code-schema.ts';
import type { StackFacts } from '../stack-schema.ts';
import { unpublishedCaptures } from '../captures.ts';
import type { ContentFile, Fault } from './fault.ts';
import { partsOfMdxFile } from './mdx-file-faults.ts';
import { distanceOf, readYaml } from './schema-faults.ts';

export interface WholeContent {
  codes: readonly ContentFile[];
  causes: readonly ContentFile[];
  stacks: readonly ContentFile[];
  comparisons: readonly ContentFile[];
  symptoms: readonly ContentFile[];
  headerFields: readonly ContentFile[];
  /** The names of the files in public/captures/. */
  captures: ReadonlySet<string>;
}

const nameOf = ({ path }: ContentFile) => (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
const dataOf = ({ path, text }: ContentFile): unknown =>
  readYaml(path.endsWith('.mdx') ? (partsOfMdxFile(text)?.frontMatter ?? '') : text).data;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every string below a key `capture` or `captures`. */
function capturesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'capture' || key === 'captures' ? [item].flat().map(String) : capturesIn(item),
  );
}

function* faultsOfCaptures(files: readonly ContentFile[], published: ReadonlySet<string>): Generator<Fault> {
  for (const file of files) {
    for (const capture of new Set(capturesIn(dataOf(file)))) {
      if (published.has(`${capture}.pcap`) || unpublishedCaptures.has(capture)) continue;
      yield {
        path: file.path,
        field: 'capture',
        problem: `public/captures/ has no ${capture}.pcap; add it, or name one that is there.`,
      };
    }
  }
}

function* faultsOfHeaderFields({ codes, headerFields }: WholeContent): Generator<Fault> {
  const names = headerFields.map(nameOf);
  for (const [index, name] of names.entries()) {
    const other = names.find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
    if (other !== undefined && names.indexOf(other) < index) {
      yield {
        path: headerFields[index]?.path ?? '',
        field: 'file name',
        problem: `is ${other}.yaml in other letters; keep one of the two.`,
      };
    }
  }
  for (const file of codes) {
    for (const [index, field] of listOf((dataOf(file) as Partial<CodeFacts> | null)?.headerFields).entries()) {
      const name = (field as { name?: unknown } | null)?.name;
      if (typeof name !== 'string' || names.includes(name)) continue;
      const meant = names.find((known) => distanceOf(known.toLowerCase(), name.toLowerCase()) <= 1);
      if (meant === undefined) continue;
      yield {
        path: file.path,
        field: `headerFields[${index}].name`,
        problem: `${name} has no file in content/header-fields/; did you mean ${meant}?`,
      };
    }
  }
}

/** A comparison of the same codes twice, or a rule that sends none of them, or none for one of them. */
export function* faultsOfComparisons(files: readonly ContentFile[]): Generator<Fault> {
  for (const file of files) {
    const codes = nameOf(file).split('-').map(Number);
    const sorted = [...new Set(codes)].sort((a, b) => a - b).join('-');
    if (sorted !== nameOf(file)) {
      yield {
        path: file.path,
        field: 'file name',
        problem: `names its codes out of order or twice; call it ${sorted.includes('-') ? `${sorted}.yaml` : 'after two codes'}.`,
      };
      continue;
    }
    const rules = listOf((dataOf(file) as { rules?: unknown } | null)?.rules);
    for (const code of codes) {
      if (rules.some((rule) => (rule as { send?: unknown } | null)?.send === code)) continue;
      yield { path: file.path, field: 'rules', problem: `none sends ${code}; say when it is right.` };
    }
  }
}

const standards = ['isup', 'qsig'] as const;

/** Causes without a file, and mappings that a code and a cause tell differently. */
function* faultsOfCauses({ codes, causes, stacks }: WholeContent): Generator<Fault> {
  const known = new Map(causes.map((file) => [Number(nameOf(file)), dataOf(file) as Partial<CauseFacts> | null]));
  const orphan = (path: string, field: string, cause: number): Fault => ({
    path,
    field,
    problem: `cause ${cause} has no page; add content/causes/${cause}.yaml, or name another.`,
  });
  for (const file of codes) {
    const code = Number(nameOf(file));
    const facts = dataOf(file) as Partial<CodeFacts> | null;
    for (const standard of standards) {
      const { toCause, fromCauses } = (facts?.[standard] ?? {}) as Partial<CodeFacts['isup']>;
      if (typeof toCause === 'number' && !known.has(toCause)) yield orphan(file.path, `${standard}.toCause`, toCause);
      const from = listOf(fromCauses).filter((cause) => typeof cause === 'number');
      for (const cause of from) {
        if (!known.has(cause)) yield orphan(file.path, `${standard}.fromCauses`, cause);
        else if (!listOf(known.get(cause)?.[standard]).some((to) => (to as { code?: unknown } | null)?.code === code)) {
          yield {
            path: file.path,
            field: `${standard}.fromCauses`,
            problem: `names cause ${cause}, but ${standard} in content/causes/${cause}.yaml doesn't lead to ${code}; mend one of the two.`,
          };
        }
      }
      for (const [cause, { [standard]: mappings } = {}] of [...known].map(
        ([cause, data]) => [cause, data ?? {}] as const,
      )) {
        if (from.includes(cause)) continue;
        if (!listOf(mappings).some((to) => (to as { code?: unknown } | null)?.code === code)) continue;
        yield {
          path: file.path,
          field: `${standard}.fromCauses`,
          problem: `lacks cause ${cause}, which ${standard} in content/causes/${cause}.yaml leads to ${code}; mend one of the two.`,
        };
      }
    }
  }
  for (const file of stacks) {
    const { facts, repository, commit } = (dataOf(file) ?? {}) as Partial<StackFacts>;
    for (const [index, { cause, path, commit: ownCommit = commit }] of (facts ?? []).entries()) {
      if (cause !== undefined && !known.has(cause)) yield orphan(file.path, `facts[${index}].cause`, cause);
      if (path === undefined || (repository !== undefined && ownCommit !== undefined)) continue;
      yield {
        path: file.path,
        field: `facts[${index}].path`,
        problem: 'belongs to no repository at a commit; add `repository` and `commit`, or give a url in its stead.',
      };
      break;
    }
  }
}

/** Every fault between the files of content/; files that can't be read are skipped, for that is told elsewhere. */
export function faultsOfJoins(content: WholeContent): Fault[] {
  const { codes, causes, stacks, comparisons, symptoms, headerFields, captures } = content;
  return [
    ...faultsOfCauses(content),
    ...faultsOfComparisons(comparisons),
    ...faultsOfHeaderFields(content),
    ...faultsOfCaptures([...codes, ...causes, ...stacks, ...comparisons, ...symptoms, ...headerFields], captures),
  ];
}

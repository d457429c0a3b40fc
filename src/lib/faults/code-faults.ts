import { type CodeFacts, codeSchema } from '../code-schema.ts';
import { faultsOfBody } from './body-faults.ts';
import type { ContentFile, Fault } from './fault.ts';
import { faultsOfMdxFile } from './mdx-file-faults.ts';

const fileName = /^content\/codes\/([1-6]\d\d)\.mdx$/;

/** The codes that have a file, from the files' names. */
export const codesWithFile = (files: readonly ContentFile[]): Set<number> =>
  new Set(files.flatMap(({ path }) => path.match(fileName)?.[1] ?? []).map(Number));

const codeFile = (code: number, known: ReadonlySet<number>) => ({
  schema: codeSchema,
  code,
  *ownFaults(data: unknown, body: string): Generator<[string, string]> {
    const facts = codeSchema.safeParse(data).data;
    if (facts) yield* faultsOfFacts(facts, code, known);
    yield* faultsOfBody(body);
  },
});

const namedTwice = (names: readonly (string | number)[]) => names.filter((name, index) => names.indexOf(name) < index);

const nearestOf = (code: number, known: ReadonlySet<number>) =>
  [...known]
    .sort((a, b) => Math.abs(a - code) - Math.abs(b - code))
    .slice(0, 3)
    .sort((a, b) => a - b)
    .join(', ');

/** What no single field shows: facts that contradict one another or point to nothing. */
function* faultsOfFacts(facts: CodeFacts, code: number, known: ReadonlySet<number>): Generator<[string, string]> {
  for (const { code: other } of facts.lookalikes) {
    if (other === code) yield ['lookalikes', `names ${code} itself; a look-alike is another code.`];
    else if (!known.has(other)) {
      yield ['lookalikes', `${other} is no code with a page; the nearest are ${nearestOf(other, known)}.`];
    }
  }
  const lists: [field: string, names: (string | number)[]][] = [
    ['lookalikes', facts.lookalikes.map((lookalike) => lookalike.code)],
    ['headerFields', facts.headerFields.map((field) => field.name)],
    ['otherPhrases', [facts.reasonPhrase, ...facts.otherPhrases]],
    ['methods', facts.methods === 'any' ? [] : facts.methods],
    ['sentBy', facts.sentBy],
    ['isup.fromCauses', facts.isup.fromCauses],
    ['qsig.fromCauses', facts.qsig?.fromCauses ?? []],
    ['aliases', facts.aliases],
    ['collect', facts.collect],
  ];
  for (const [field, names] of lists) {
    for (const name of namedTwice(names)) yield [field, `names ${name} twice; keep one.`];
  }
  if (facts.definedIn.length === 0 && facts.registration !== 'unregistered') {
    yield ['definedIn', 'is missing; a registered code has an RFC that defines it.'];
  }
  if (facts.registration === 'unregistered' && facts.history.length + facts.attestedBy.length === 0) {
    yield ['attestedBy', 'is missing; a code that no registry has needs a source that defines or sends it.'];
  }
}

/** Every fault of the files below content/codes/, all at once; an empty list where they are whole. */
export function faultsOfCodes(files: readonly ContentFile[], known: ReadonlySet<number>): Fault[] {
  if (known.size === 0) {
    return [{ path: 'content/codes/', field: 'files', problem: 'holds no code; each code is a file such as 486.mdx.' }];
  }
  return files.flatMap((file) => {
    const code = file.path.match(fileName)?.[1];
    if (code !== undefined) return [...faultsOfMdxFile(file, codeFile(Number(code), known), known)];
    const problem = /\.(md|markdown|txt|ya?ml)$/.test(file.path)
      ? 'has the wrong extension; call it NNN.mdx, or its page is left out silently.'
      : 'is not named after a code; the name is three digits from 100 to 699 and .mdx, such as 486.mdx.';
    return [{ path: file.path, field: 'file name', problem }];
  });
}

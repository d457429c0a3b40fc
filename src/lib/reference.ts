/** The one door to the collections: every page and every data file reads the model that is derived here. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { distinctCitations } from './citation.ts';
import { citationsWithin } from './citations-within.ts';
import type {
  Cause,
  ClassOfCodes,
  Comparison,
  FlowOfCode,
  HeaderField,
  Reference,
  Stack,
  StatusCode,
  Symptom,
} from './model.ts';
import { readFlow } from '../sip/flow.ts';
import { type ResponseClass, responseClasses, responseClassOf } from './response-class.ts';

export type * from './model.ts';

const flowFiles = import.meta.glob<string>('../../content/flows/*.flow', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const presences = ['required', 'conditional', 'recommended', 'optional'] as const;

/** The example exchange of a code, and its text as written. */
function flowOf(code: number): FlowOfCode | undefined {
  const text = flowFiles[`../../content/flows/${code}.flow`];
  return text === undefined ? undefined : { ...readFlow(text), text };
}

async function readReference(): Promise<Reference> {
  const classEntries = await getCollection('classes');
  const classEntryOf = (responseClass: ResponseClass) => {
    const entry = classEntries.find(({ id }) => id === responseClass);
    if (!entry)
      throw new Error(`content/classes/${responseClass}.mdx is missing; each of the six classes has its file.`);
    return entry;
  };
  const codes = (await getCollection('codes')).map((entry): StatusCode => {
    const code = Number(entry.id);
    const responseClass = responseClassOf(code);
    return {
      ...entry.data,
      code,
      class: responseClass,
      forking: entry.data.forking ?? classEntryOf(responseClass).data.forking,
      sources: distinctCitations(citationsWithin([entry.data, entry.body])),
      file: `content/codes/${entry.id}.mdx`,
      flow: flowOf(code),
      entry,
    };
  });
  codes.sort((a, b) => a.code - b.code);
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const codeOf = (code: number, file: string) => {
    const found = byCode.get(code);
    if (!found)
      throw new Error(
        `${file} names ${code}, but content/codes/${code}.mdx doesn't exist; add it, or name another code.`,
      );
    return found;
  };
  const classes = responseClasses.map((responseClass): ClassOfCodes => {
    const entry = classEntryOf(responseClass);
    return { ...entry.data, class: responseClass, codes: codes.filter((code) => code.class === responseClass), entry };
  });
  const comparisons = (await getCollection('comparisons')).map(({ id, data }): Comparison => {
    const file = `content/comparisons/${id}.yaml`;
    return { ...data, id, codes: id.split('-').map((code) => codeOf(Number(code), file)), file };
  });
  const symptoms = (await getCollection('symptoms')).map(({ id, data }): Symptom => ({
    ...data,
    slug: id,
    codes: [...new Set(data.branches.flatMap((branch) => branch.codes))],
    file: `content/symptoms/${id}.yaml`,
  }));
  const stacks = (await getCollection('stacks')).map(({ id, data }): Stack => ({
    ...data,
    slug: id,
    file: `content/stacks/${id}.yaml`,
  }));
  const causes = (await getCollection('causes'))
    .map(({ id, data }): Cause => ({
      ...data,
      cause: Number(id),
      fromSip: codes.filter(({ isup }) => isup.toCause === Number(id)),
      stackFacts: stacks.flatMap((stack) =>
        stack.facts.filter((fact) => fact.cause === Number(id)).map((fact) => ({ ...fact, stack })),
      ),
      file: `content/causes/${id}.yaml`,
    }))
    .sort((a, b) => a.cause - b.cause);
  const headerFields = (await getCollection('headerFields')).map(({ id, data }): HeaderField => ({
    ...data,
    name: id,
    carriedBy: codes
      .flatMap((code) => code.headerFields.filter(({ name }) => name === id).map((field) => ({ ...field, code })))
      .sort((a, b) => presences.indexOf(a.presence) - presences.indexOf(b.presence)),
    file: `content/header-fields/${id}.yaml`,
  }));
  return { codes, classes, comparisons, symptoms, causes, stacks, headerFields };
}

let reading: Promise<Reference> | undefined;

/** The whole reference, read and joined once. */
export const readWholeReference = (): Promise<Reference> => (reading ??= readReference());

/** All codes, in ascending order. */
export const allCodes = async (): Promise<StatusCode[]> => (await readWholeReference()).codes;

/** The six classes, in order, each with its codes. */
export const allClasses = async (): Promise<ClassOfCodes[]> => (await readWholeReference()).classes;

/** The code of a number; throws where it has no file. */
export async function statusCodeOf(code: number): Promise<StatusCode> {
  const found = (await allCodes()).find((candidate) => candidate.code === code);
  if (found) return found;
  throw new Error(
    `${code} is referred to, but content/codes/${code}.mdx doesn't exist; add it, or write the number in backticks.`,
  );
}

/** The class of codes by name; throws where its file is missing. */
export async function classOfCodes(responseClass: ResponseClass): Promise<ClassOfCodes> {
  const found = (await allClasses()).find((candidate) => candidate.class === responseClass);
  if (!found) throw new Error(`content/classes/${responseClass}.mdx is missing; each of the six classes has its file.`);
  return found;
}

/** The component that renders an entry's MDX body. */
export const bodyOf = async (entry: CollectionEntry<'codes'> | CollectionEntry<'classes'>) =>
  (await render(entry)).Content;

/** The one door to the collections: every page and every data file reads the model that is derived here. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { distinctCitations } from './citation.ts';
import type { ClassFacts } from './class-schema.ts';
import type { Citation, CodeFacts } from './code-schema.ts';
import { inlineTokensOf } from './inline-references.ts';
import { type ResponseClass, responseClasses, responseClassOf } from './response-class.ts';

/** A status code with all that its file says and all that follows from it. */
export interface StatusCode extends Omit<CodeFacts, 'forking'> {
  code: number;
  class: ResponseClass;
  /** The code's own rule, or its class's. */
  forking: NonNullable<CodeFacts['forking']>;
  /** Every RFC section that the page cites, in order. */
  sources: Citation[];
  /** The file to edit, from the project's root. */
  file: string;
  entry: CollectionEntry<'codes'>;
}

/** A response class with its codes in order. */
export interface ClassOfCodes extends ClassFacts {
  class: ResponseClass;
  codes: StatusCode[];
  entry: CollectionEntry<'classes'>;
}

const citationsIn = (value: unknown): Citation[] => {
  if (typeof value === 'string') {
    return inlineTokensOf(value).flatMap((token) =>
      token.is === 'citation' ? [{ rfc: token.rfc, section: token.section, ...(token.part ? { part: token.part } : {}) }] : [],
    );
  }
  if (value === null || typeof value !== 'object') return [];
  const own =
    'rfc' in value && 'section' in value && typeof value.rfc === 'number' && typeof value.section === 'string'
      ? [{ rfc: value.rfc, section: value.section, ...('part' in value && typeof value.part === 'string' ? { part: value.part } : {}) }]
      : [];
  return [...own, ...Object.values(value).flatMap(citationsIn)];
};

async function readReference() {
  const classEntries = await getCollection('classes');
  const classFactsOf = (responseClass: ResponseClass) => {
    const entry = classEntries.find(({ id }) => id === responseClass);
    if (!entry) throw new Error(`content/classes/${responseClass}.mdx is missing; each of the six classes has its file.`);
    return entry;
  };
  const codes = (await getCollection('codes'))
    .map((entry): StatusCode => {
      const code = Number(entry.id);
      const responseClass = responseClassOf(code);
      return {
        ...entry.data,
        code,
        class: responseClass,
        forking: entry.data.forking ?? classFactsOf(responseClass).data.forking,
        sources: distinctCitations(citationsIn([entry.data, entry.body])),
        file: `content/codes/${entry.id}.mdx`,
        entry,
      };
    })
    .sort((a, b) => a.code - b.code);
  const classes = responseClasses.map((responseClass): ClassOfCodes => {
    const entry = classFactsOf(responseClass);
    return { ...entry.data, class: responseClass, codes: codes.filter((code) => code.class === responseClass), entry };
  });
  return { codes, classes, byCode: new Map(codes.map((code) => [code.code, code])) };
}

let reference: ReturnType<typeof readReference> | undefined;
const read = () => (reference ??= readReference());

/** All codes, in ascending order. */
export const allCodes = async (): Promise<StatusCode[]> => (await read()).codes;

/** The six classes, in order, each with its codes. */
export const allClasses = async (): Promise<ClassOfCodes[]> => (await read()).classes;

/** The code of a number; throws where it has no file. */
export async function statusCodeOf(code: number): Promise<StatusCode> {
  const found = (await read()).byCode.get(code);
  if (!found) throw new Error(`${code} is referred to, but content/codes/${code}.mdx doesn't exist; add it, or write the number in backticks.`);
  return found;
}

/** The class of codes by name; throws where its file is missing. */
export async function classOfCodes(responseClass: ResponseClass): Promise<ClassOfCodes> {
  const found = (await allClasses()).find((candidate) => candidate.class === responseClass);
  if (!found) throw new Error(`content/classes/${responseClass}.mdx is missing; each of the six classes has its file.`);
  return found;
}

/** The component that renders an entry's MDX body. */
export const bodyOf = async (entry: CollectionEntry<'codes'> | CollectionEntry<'classes'>) => (await render(entry)).Content;

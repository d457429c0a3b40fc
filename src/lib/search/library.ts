import type { SearchDocument } from './documents.ts';

/** The documents by what they are asked for. */
export interface Library {
  documents: readonly SearchDocument[];
  byPath: ReadonlyMap<string, SearchDocument>;
  /** The documents of codes, in ascending order. */
  codes: readonly SearchDocument[];
  byCode: ReadonlyMap<number | undefined, SearchDocument>;
}

/** Orders the documents for matching. */
export function libraryOf(documents: readonly SearchDocument[]): Library {
  const codes = documents.filter(({ kind }) => kind === 'code');
  return {
    documents,
    byPath: new Map(documents.map((document) => [document.path, document])),
    codes,
    byCode: new Map(codes.map((document) => [document.codes[0], document])),
  };
}

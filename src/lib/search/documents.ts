/** What search knows: one document for each page, made at build from the same model as the page. */

export type DocumentKind = 'code' | 'comparison' | 'cause' | 'symptom' | 'class' | 'header field' | 'stack';

/** The quick half of a code, enough to answer a typed number. */
export interface CodeLine {
  code: number;
  phrase: string;
  summary: string;
  /** Absent where it is registered. */
  unregistered?: true;
}

/** What the word index knows of a page. Every text is plain; `codes` are what the page leads to, the likeliest first. */
export interface SearchDocument {
  path: string;
  kind: DocumentKind;
  title: string;
  about: string;
  codes: number[];
  /** Its name: a phrase, a cause's name, a field's name. */
  name: string;
  otherNames: string[];
  aliases: string[];
  /** Constants of stacks: USER_BUSY, PJSIP_SC_BUSY_HERE. */
  constants: string[];
  fields: string[];
  headings: string[];
  text: string;
  /** For a code: header fields with how strictly, Q.850 causes, defining and cited sections, request methods. */
  facts?: CodeSearchFacts;
  /** For a header field: values such as warn-codes, with the codes that each speaks of. */
  values?: { value: string; codes: number[] }[];
}

export interface CodeSearchFacts {
  headerFields: Record<string, 'required' | 'conditional' | 'recommended' | 'optional'>;
  toCause: number | null;
  fromCauses: number[];
  definedIn: string[];
  cites: string[];
}

/** The file that answers a typed code, kept small. */
export interface CodeLines {
  codes: CodeLine[];
}

/** The file behind every other answer. */
export interface WordFile {
  documents: SearchDocument[];
}

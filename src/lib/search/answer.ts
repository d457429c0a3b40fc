import type { DocumentKind } from './documents.ts';

/** One line of the results. */
export interface Answer {
  /** The page's path below the site's base. */
  path: string;
  kind: DocumentKind;
  /** A code's number, a cause's number, or nothing. */
  number?: number;
  title: string;
  about: string;
  /** The number without a page that it answers for, by the rule for unknown codes. */
  standsFor?: number;
  /** Why it matched: "Q.850 cause 17", "header field, required". */
  why: string;
}

/** Answers in order, and what the reader is told besides. */
export interface Answers {
  answers: Answer[];
  notes: string[];
}

import type { CollectionEntry } from 'astro:content';
import type { CauseFacts } from './cause-schema.ts';
import type { ClassFacts } from './class-schema.ts';
import type { Citation, CodeFacts } from './code-schema.ts';
import type { ComparisonFacts } from './comparison-schema.ts';
import type { HeaderFieldFacts } from './header-field-schema.ts';
import type { ResponseClass } from './response-class.ts';
import type { StackFacts } from './stack-schema.ts';
import type { Flow } from '../sip/flow.ts';
import type { SymptomFacts } from './symptom-schema.ts';

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
  /** The exchange in which it is met. */
  flow: FlowOfCode | undefined;
  entry: CollectionEntry<'codes'>;
}

/** An example exchange with its text as its author wrote it. */
export interface FlowOfCode extends Flow {
  text: string;
}

/** A response class with its codes in order. */
export interface ClassOfCodes extends ClassFacts {
  class: ResponseClass;
  codes: StatusCode[];
  entry: CollectionEntry<'classes'>;
}

/** Codes that people confuse: "480-486". */
export interface Comparison extends ComparisonFacts {
  id: string;
  codes: StatusCode[];
  file: string;
}

/** What a reader sees, with the way to the codes. */
export interface Symptom extends SymptomFacts {
  slug: string;
  /** The codes of its branches, the likeliest branch first. */
  codes: number[];
  file: string;
}

/** A Q.850 cause with both directions of the mapping. */
export interface Cause extends CauseFacts {
  cause: number;
  /** Codes that RFC 3398 turns into this cause. */
  fromSip: StatusCode[];
  /** What stacks call it, and make of it. */
  stackFacts: (StackFact & { stack: Stack })[];
  file: string;
}

export type StackFact = StackFacts['facts'][number];

/** A stack or tool. */
export interface Stack extends StackFacts {
  slug: string;
  file: string;
}

/** A header field with the codes that carry it, the strictest first. */
export interface HeaderField extends HeaderFieldFacts {
  name: string;
  carriedBy: (CodeFacts['headerFields'][number] & { code: StatusCode })[];
  file: string;
}

/** The whole of content/, read once and joined. */
export interface Reference {
  codes: StatusCode[];
  classes: ClassOfCodes[];
  comparisons: Comparison[];
  symptoms: Symptom[];
  causes: Cause[];
  stacks: Stack[];
  headerFields: HeaderField[];
}

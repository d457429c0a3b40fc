/** A file of content/: its path from the project's root, with slashes, and its whole text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** One author's mistake: where it is, what is wrong and what to do. */
export interface Fault {
  path: string;
  field: string;
  problem: string;
}

/** One line for one fault: file, field, what is wrong, what to do. */
export const faultLineOf = ({ path, field, problem }: Fault): string => `${path}: ${field}: ${problem}`;

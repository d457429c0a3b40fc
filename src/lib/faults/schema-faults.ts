import type { z } from 'astro/zod';
import { type Document, parseDocument, visit } from 'yaml';

/** The edit distance of two short words, for suggestions. */
export function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

function problemOfUnknownKey(key: string, known: readonly string[]): string {
  const [nearest] = known
    .map((name) => ({ name, distance: distanceOf(key, name) }))
    .sort((a, b) => a.distance - b.distance);
  const hint =
    nearest && nearest.distance <= 3 ? `did you mean \`${nearest.name}\`?` : `the keys are ${known.join(', ')}.`;
  return `is no key here; ${hint}`;
}

const fieldOf = (path: readonly PropertyKey[]) =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');

interface ReadYaml {
  data: unknown;
  problems: string[];
}

/** What was read, by its text: a code's front matter is asked for by the checks of its flow too. */
const known = new Map<string, ReadYaml>();

/** What a file's YAML holds, or the sentences that say why it can't be read. */
export function readYaml(text: string): ReadYaml {
  const before = known.get(text);
  if (before) return before;
  const document = parseDocument(text);
  const problems = [...document.errors, ...document.warnings].map((error) => problemOfYaml(error.message));
  let data: unknown;
  try {
    if (problems.length === 0) data = document.toJS();
  } catch (error) {
    problems.push(problemOfYaml(error instanceof Error ? error.message : String(error)));
  }
  const read = { data, problems: [...problems, ...problemsOfComments(document)] };
  known.set(text, read);
  return read;
}

const problemOfYaml = (message: string) =>
  `is not valid YAML: ${message.split('\n')[0]} Mend that line; a text with “: ” or “ #” in it needs quotes.`;

/** Texts that a `#` in them cuts off, which YAML takes for a comment. */
function problemsOfComments(document: Document): string[] {
  const problems: string[] = [];
  visit(document, {
    Scalar(_, { type, value, comment }) {
      if (type !== 'PLAIN' || typeof value !== 'string' || !comment) return;
      problems.push(`ends “${value.slice(-20)}” at “ #${comment}”; quote the text, or give the comment its own line.`);
    },
  });
  return problems;
}

/** Every way in which data breaks its schema, as pairs of the field and a whole sentence. */
export function faultsOfSchema(schema: z.ZodObject, data: unknown): [field: string, problem: string][] {
  const keys = Object.keys(schema.shape);
  return (schema.safeParse(data).error?.issues ?? []).flatMap((issue): [string, string][] => {
    const field = fieldOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        field === ''
          ? [key, problemOfUnknownKey(key, keys)]
          : [`${field}.${key}`, 'is no key here; take it out, or mend its name.'],
      );
    }
    if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
      return [[field, `is missing; add it (expected: ${issue.expected}). CONTRIBUTING.md says what belongs in it.`]];
    }
    if (issue.message.endsWith('received null')) {
      return [[field || 'file', 'is empty; write what belongs in it, or take the key out.']];
    }
    if (/expected string, received (?:number|boolean)$/.test(issue.message)) {
      return [[field, `${issue.message}; put quotes around it.`]];
    }
    return [[field || 'front matter', /[.?!]$/.test(issue.message) ? issue.message : `${issue.message}.`]];
  });
}

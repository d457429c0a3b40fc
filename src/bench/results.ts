/** The tables of the last runs, kept in RESULTS.md: each kind of run replaces its own section. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const path = fileURLToPath(new URL('./RESULTS.md', import.meta.url));

const head = `# Benchmark results

Written by \`npm run bench\` and its kin; each run replaces its own section.
`;

/** A Markdown table; the first row is its head. */
export function tableOf([first = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(first), line(first.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Puts a section into RESULTS.md in place of the one with the same heading, or at its end. */
export async function keepSection(heading: string, text: string): Promise<void> {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : head;
  const sections = before.split(/^(?=## )/m);
  const own = sections.findIndex((section) => section.startsWith(`## ${heading}\n`));
  const section = `## ${heading}\n\n${text.trim()}\n\n`;
  if (own === -1) sections.push(`\n${section}`);
  else sections[own] = section;
  writeFileSync(path, await format(sections.join(''), { parser: 'markdown', printWidth: 120 }));
}

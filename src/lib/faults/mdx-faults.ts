import { faultsOfProse } from './prose-faults.ts';

/** A body without what is no prose in it: comments, fenced blocks, literals. */
const proseOf = (body: string) =>
  body
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1[`~]*[ \t]*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/(`+)[^`][\s\S]*?\1/g, '');

/** What MDX would take for code, or for a heading of its own, in a body that is plain prose. */
export function* faultsOfMdx(body: string): Generator<string> {
  const prose = proseOf(body);
  if (/^(?:`{3,}|~{3,})/m.test(prose)) {
    yield 'opens a fenced block that never ends; write a line of as many ``` behind it.';
    return;
  }
  if (prose.includes('{/*')) {
    yield 'opens a comment that never ends; write */} behind it.';
    return;
  }
  for (const [statement] of prose.matchAll(/^(?:import|export)\s.*$/gm)) {
    yield `has “${statement.trim()}”, which MDX runs as code; take it out.`;
  }
  for (const [brace] of prose.matchAll(/\{[^\n]{0,20}/g)) {
    yield `has “${brace.trim()}”, which MDX runs as code; put wire text in backticks.`;
  }
  for (const [element] of prose.matchAll(/<[^\s\d=][^\n]{0,20}/g)) {
    yield `has “${element.trim()}”, which MDX takes for an element; put wire text in backticks.`;
  }
  for (const [heading] of prose.matchAll(/^(?:# |#{4,6} |#{1,6}[^#\s]).*$/gm)) {
    yield `has “${heading.trim()}”, which is no heading of a page; sections are “## ”, parts of them “### ”.`;
  }
  if (/\S/.test(prose.split(/^## /m)[0] ?? '')) {
    yield 'has text before its first heading; move it below one.';
  }
  for (const [, image, target = ''] of prose.matchAll(/(!?)\[[^\]\n]*\]\(([^)\n]*)\)/g)) {
    if (image) yield `has an image, ${target}; pages show text and what is drawn from facts.`;
    else if (!/^https:\/\/[^\s/]+\//.test(target)) {
      yield `links to ${target}; write a code as [486], and other pages with their whole https address.`;
    }
  }
}

/** Faults of the references in a body, paragraph by paragraph. */
export function* faultsOfMdxProse(
  body: string,
  own: number | undefined,
  known: ReadonlySet<number>,
): Generator<string> {
  for (const paragraph of body.split(/(?:\r?\n){2,}/)) yield* faultsOfProse(paragraph, own, known);
}

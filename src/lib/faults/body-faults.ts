/** The level-2 headings that an author writes, in their order; the page derives the others from the facts. */
export const authoredHeadings = ['Meaning', 'When it is sent'] as const;

/** Faults of an MDX body: missing, empty, doubled or misordered sections. */
export function* faultsOfBody(body: string): Generator<[string, string]> {
  const plain = body.replace(/^```[\s\S]*?^```/gm, '');
  const headings = [...plain.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading?.trim() ?? '');
  const notes = [...body.matchAll(/\{\/\*([\s\S]*?)\*\/\}/g)].map(([, note]) => note ?? '');
  const prose = plain.replace(/\{\/\*[\s\S]*?\*\/\}/g, '').replace(/^#+ .*$/gm, '');
  if (prose.trim() === '') {
    yield ['body', 'is empty; write the sections Meaning and When it is sent below the front matter.'];
    return;
  }
  for (const heading of headings) {
    if (!(authoredHeadings as readonly string[]).includes(heading)) {
      yield [
        'headings',
        `“## ${heading}” is no heading of a code's page; the ones to write are ${authoredHeadings.map((name) => `“## ${name}”`).join(', ')} (the other sections come from the front matter).`,
      ];
    }
  }
  for (const heading of authoredHeadings) {
    if (headings.includes(heading)) {
      const text = plain
        .split(new RegExp(`^## ${heading}$`, 'm'))[1]
        ?.split(/^## /m)[0]
        ?.trim();
      if (!text)
        yield [
          `## ${heading}`,
          'has no text below it; write the section, or replace the heading by a comment that says why it is left out.',
        ];
    } else if (!notes.some((note) => note.includes(heading))) {
      yield [
        'headings',
        `“## ${heading}” is missing; write it, or a comment {/* No ${heading}: the reason */} in its place.`,
      ];
    }
  }
  const expected = authoredHeadings.filter((heading) => headings.includes(heading));
  const actual = headings.filter((heading) => (authoredHeadings as readonly string[]).includes(heading));
  if (new Set(actual).size < actual.length)
    yield ['headings', `a heading stands twice (${actual.join(', ')}); keep one of each.`];
  else if (actual.join() !== expected.join()) {
    yield ['headings', `stand in the order ${actual.join(', ')}; put them in the order ${expected.join(', ')}.`];
  }
}

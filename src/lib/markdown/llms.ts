import { listWords } from '../list-words.ts';
import type { Reference } from '../model.ts';
import { causePath, comparisonPath, pathTo, stackPath, symptomPath } from '../paths.ts';
import { markdownOf } from './code-page.ts';
import { causeMarkdownOf, comparisonMarkdownOf, symptomMarkdownOf } from './other-pages.ts';
import { listOf, markdownTextOf, sectionOf } from './text.ts';
import { writerOf } from './writer.ts';

const introduction = [
  '# SIP Status Codes',
  '> A page for each SIP response code: what it means, who sent it and how to tell, what causes it, what to do, and the section of the RFC that settles it.',
  'Facts cite their RFC and section; facts about real software cite a line of source at a commit, a public page or a capture. A code that says it is not registered has no entry in the IANA registry. Text and data are under CC BY 4.0.',
];

/** The way into the site for a language model, in the form of llmstxt.org: what there is, with a line on each. */
export function llmsTextOf(reference: Reference, site: URL | undefined): string {
  const { codes, symptoms, comparisons, causes, stacks } = reference;
  const write = writerOf(codes, site);
  const data = (path: string, about: string) => `${write.page(path, pathTo(path))}: ${about}`;
  return `${[
    ...introduction,
    sectionOf(
      '## Codes',
      listOf(
        codes.map(
          ({ code, reasonPhrase, registration, summary }) =>
            `${write.page(markdownTextOf(`${code} ${reasonPhrase}`), pathTo(`/codes/${code}.md`))}: ${registration === 'registered' ? '' : `(${registration}) `}${markdownTextOf(summary)}`,
        ),
      ),
    ),
    sectionOf(
      '## Symptoms',
      listOf(
        symptoms.map(
          ({ slug, title, summary }) => `${write.page(write.prose(title), symptomPath(slug))}: ${write.prose(summary)}`,
        ),
      ),
    ),
    sectionOf(
      '## Codes that people confuse',
      listOf(
        comparisons.map(
          ({ id, codes: compared, difference }) =>
            `${write.page(listWords(compared.map(({ code }) => code)), comparisonPath(id))}: ${write.prose(difference)}`,
        ),
      ),
    ),
    sectionOf(
      '## Q.850 causes',
      listOf(
        causes.map(
          ({ cause, name, meaning }) =>
            `${write.page(markdownTextOf(`${cause} ${name}`), causePath(cause))}: ${write.prose(meaning)}`,
        ),
      ),
    ),
    sectionOf(
      '## Data',
      listOf([
        data('/codes.json', 'all codes with their facts and citations'),
        data('/codes.csv', 'the same as a table'),
        data('/causes.json', 'the Q.850 causes, to and from SIP'),
        data('/schema/code.v1.json', 'the JSON Schema of an entry of codes.json'),
        data('/llms-full.txt', 'codes, comparisons, symptoms and causes in full, as one text'),
        data('/about/data/', 'what is promised about the data, with examples'),
      ]),
    ),
    sectionOf(
      '## Optional',
      listOf([
        ...stacks.map(
          ({ slug, name, about }) => `${write.page(markdownTextOf(name), stackPath(slug))}: ${write.prose(about)}`,
        ),
        `${write.page('Header fields', pathTo('/header-fields/'))}: which codes carry which, and how strictly`,
      ]),
    ),
  ].join('\n\n')}\n`;
}

/** Everything as one text, without links and without the messages of the exchanges. */
export function llmsFullTextOf(reference: Reference, site: URL | undefined): string {
  const { codes, comparisons, symptoms, causes } = reference;
  const write = writerOf(codes, site, { withLinks: false });
  return [
    `${introduction.join('\n\n')}\n\nWithout links and messages, to be short; a code's own Markdown has both.\n`,
    ...codes.map((status) => markdownOf(status, reference, site, { isBrief: true })),
    ...comparisons.map((comparison) => comparisonMarkdownOf(comparison, write)),
    ...symptoms.map((symptom) => symptomMarkdownOf(symptom, write)),
    ...causes.map((cause) => causeMarkdownOf(cause, write)),
  ].join('\n---\n\n');
}

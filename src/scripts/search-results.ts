/** Draws results into the list, as text only: nothing that search finds is ever read as HTML. */
import type { Answer, Answers } from '../lib/search/answer.ts';
import type { Passage } from '../lib/search/ask-pagefind.ts';

/** All that is shown: answers in order, then passages of pages. */
export interface Found extends Answers {
  passages: Passage[];
}

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  content: string | Node[] = [],
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...(typeof content === 'string' ? [content] : content));
  return made;
}

const signs: Record<Answer['kind'], string> = {
  code: '',
  comparison: '⇄',
  cause: '',
  symptom: '?',
  class: '',
  'header field': ':',
  stack: '▣',
};

function answerLink(
  { path, kind, number, title, about, why }: Answer,
  addressOf: (path: string) => string,
): HTMLAnchorElement {
  const link = element('a', [
    element('b', number === undefined ? signs[kind] : String(number)),
    element('strong', title),
    element('span', why, 'why'),
    element('span', about, 'about'),
  ]);
  link.href = addressOf(path);
  const digit = kind === 'code' ? Math.floor((number ?? 0) / 100) : Number(path.match(/\/classes\/(\d)/)?.[1] ?? 0);
  if (digit > 0) link.dataset['class'] = `${digit}xx`;
  return link;
}

function passageLink({ url, page, heading, excerpt }: Passage): HTMLAnchorElement {
  const link = element('a', [
    element('b', page.match(/^\d{3}/)?.[0] ?? '¶'),
    element('strong', page.replace(/^\d{3} /, '')),
    element('span', heading, 'why'),
    element(
      'span',
      excerpt.map(({ text, isMarked }) => (isMarked ? element('mark', text) : document.createTextNode(text))),
      'about',
    ),
  ]);
  link.href = url;
  const digit = page.match(/^\d/)?.[0];
  if (digit) link.dataset['class'] = `${digit}xx`;
  return link;
}

const groupOf: Record<Answer['kind'], string> = {
  code: 'Codes',
  class: 'Codes',
  comparison: 'Comparisons and causes',
  cause: 'Comparisons and causes',
  symptom: 'Symptoms',
  'header field': 'Header fields and stacks',
  stack: 'Header fields and stacks',
};

/** Shows the answers in groups, the group of the best answer first, then the passages; a group keeps the answers' order. */
export function showResults(
  results: HTMLElement,
  { answers, passages }: Found,
  isPage: boolean,
  addressOf = (path: string) => `${base}${path}`,
): void {
  const groups = new Map<string, HTMLAnchorElement[]>();
  for (const answer of answers) {
    const name = groupOf[answer.kind];
    groups.set(name, [...(groups.get(name) ?? []), answerLink(answer, addressOf)]);
  }
  const known = new Set(answers.map(({ path }) => addressOf(path)));
  const found = passages.filter(({ url }) => url.includes('#') || !known.has(url)).map(passageLink);
  if (found.length > 0) groups.set('Found on pages', found);
  let place = 0;
  results.replaceChildren(
    ...[...groups].map(([name, links], group) => {
      const heading = element('h2', name);
      heading.id = `search-group-${group}`;
      // It names the group; a list box may hold nothing but groups and options.
      heading.role = 'presentation';
      for (const link of links) {
        link.id = `search-option-${place}`;
        link.role = 'option';
        if (!isPage) link.tabIndex = -1;
        place += 1;
      }
      const section = element('div', [heading, ...links]);
      section.role = 'group';
      section.setAttribute('aria-labelledby', heading.id);
      return section;
    }),
  );
  if (place > 0) results.role = 'listbox';
  else results.removeAttribute('role');
}

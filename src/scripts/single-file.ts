/** Search inside the one file: the same reading of queries and the same index, with anchors for addresses. */
import { matchCodes } from '../lib/search/match-codes.ts';
import { wordMatcherOf, type WordMatcher } from '../lib/search/match-words.ts';
import { mergeAnswers } from '../lib/search/merge-answers.ts';
import { readQuery } from '../lib/search/read-query.ts';
import type { CodeLine, SearchDocument } from '../lib/search/documents.ts';
import { showResults } from './search-results.ts';

const dataOf = <Content>(id: string) => JSON.parse(document.getElementById(id)?.textContent ?? '{}') as Content;
const { codes } = dataOf<{ codes: CodeLine[] }>('search-codes');
const input = document.querySelector<HTMLInputElement>('#search');
const panel = document.querySelector<HTMLElement>('.search-panel');
const results = document.querySelector<HTMLElement>('#search-results');
const note = document.querySelector<HTMLElement>('#search-note');
let matcher: WordMatcher | undefined;

const fragmentOf = (path: string) => {
  const [, folder, name] = path.split('/');
  const prefix: Record<string, string> = { codes: '', compare: 'compare-', symptoms: 'symptom-', causes: 'cause-' };
  return `#${prefix[folder ?? ''] ?? ''}${name}`;
};

const options = () => [...(results?.querySelectorAll('a') ?? [])];

/** Makes one of the answers the active one, and tells a screen reader. */
function activate(place: number): void {
  for (const [index, link] of options().entries()) link.ariaSelected = String(index === place);
  input?.setAttribute('aria-activedescendant', options()[place]?.id ?? '');
}

function open(isOpen: boolean): void {
  if (panel) panel.hidden = !isOpen;
  if (input) input.ariaExpanded = String(isOpen && options().length > 0);
  if (!isOpen) input?.removeAttribute('aria-activedescendant');
}

function search(): void {
  if (!input || !results || !note) return;
  const reading = readQuery(input.value);
  if (reading.text === '') {
    open(false);
    return;
  }
  matcher ??= wordMatcherOf(dataOf<{ documents: SearchDocument[] }>('search-words').documents);
  const isPlain = reading.codePrefix === undefined;
  const { answers, notes } = mergeAnswers(matchCodes(reading, codes), isPlain ? matcher.match(reading) : []);
  const here = answers.filter(({ path }) => document.getElementById(fragmentOf(path).slice(1)));
  showResults(results, { answers: here, notes, passages: [] }, false, fragmentOf);
  const count = here.length === 0 ? '' : `${here.length} ${here.length === 1 ? 'result' : 'results'}.`;
  open(true);
  note.textContent = [...notes, count || (notes.length === 0 ? 'Nothing found.' : '')].join(' ').trim();
  activate(0);
}

if (input && results) {
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', results.id);
}
input?.addEventListener('input', search);
input?.addEventListener('focus', search);
input?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  results?.querySelector<HTMLAnchorElement>('a[aria-selected="true"]')?.click();
});
results?.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a')) open(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') open(false);
  const links = options();
  if (document.activeElement === input && links.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const place = links.findIndex(({ ariaSelected }) => ariaSelected === 'true');
    const next = (place + (event.key === 'ArrowDown' ? 1 : -1) + links.length) % links.length;
    open(true);
    activate(next);
    links[next]?.scrollIntoView({ block: 'nearest' });
    // No single key: a file has no place that remembers that they are turned off (WCAG 2.1.4).
  } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    input?.focus();
    input?.select();
  }
});

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

function search(): void {
  if (!input || !panel || !results || !note) return;
  const reading = readQuery(input.value);
  panel.hidden = reading.text === '';
  if (panel.hidden) return;
  matcher ??= wordMatcherOf(dataOf<{ documents: SearchDocument[] }>('search-words').documents);
  const isPlain = reading.codePrefix === undefined;
  const { answers, notes } = mergeAnswers(matchCodes(reading, codes), isPlain ? matcher.match(reading) : []);
  const here = answers.filter(({ path }) => document.getElementById(fragmentOf(path).slice(1)));
  showResults(results, { answers: here, notes, passages: [] }, false, fragmentOf);
  const all = [...results.querySelectorAll('a')];
  for (const [place, link] of all.entries()) link.ariaSelected = String(place === 0);
  note.textContent = [...notes, here.length === 0 && notes.length === 0 ? 'Nothing found.' : ''].join(' ').trim();
}

function close(): void {
  if (panel) panel.hidden = true;
}

input?.addEventListener('input', search);
input?.addEventListener('focus', search);
input?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  results?.querySelector<HTMLAnchorElement>('a[aria-selected="true"]')?.click();
});
results?.addEventListener('click', (event) => {
  if ((event.target as Element).closest('a')) close();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
  const links = [...(results?.querySelectorAll('a') ?? [])];
  if (document.activeElement === input && links.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const place = links.findIndex(({ ariaSelected }) => ariaSelected === 'true');
    const next = (place + (event.key === 'ArrowDown' ? 1 : -1) + links.length) % links.length;
    for (const [index, link] of links.entries()) link.ariaSelected = String(index === next);
    links[next]?.scrollIntoView({ block: 'nearest' });
  } else if (event.key === '/' && document.activeElement !== input) {
    event.preventDefault();
    input?.focus();
  }
});

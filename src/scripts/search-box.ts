/** The search field as a combobox: reads what is typed, shows what the sources answer, in order and never out of date. */
import type { Answer, Answers } from '../lib/search/answer.ts';
import { askPagefind, type Passage } from '../lib/search/ask-pagefind.ts';
import { matchCodes } from '../lib/search/match-codes.ts';
import { mergeAnswers } from '../lib/search/merge-answers.ts';
import { longestQuery, type QueryReading, readQuery } from '../lib/search/read-query.ts';
import { type Found, showResults } from './search-results.ts';
import { checkPagefindIndex, loadCodeLines, loadPagefind, loadWordMatcher, takeOverCodes } from './search-sources.ts';

/** A pasted text keeps its line ends in the one-line field as this sign. */
const lineEnd = ' ⏎ ';
const pauseBeforePagefind = 150;
/** The pixels that the list of results always has, and those below which the page moves up for it. */
const leastRoom = 160;
const wantedRoom = 360;

/** Resolves once the browser has drawn what is shown now; a hidden page draws nothing, and waits no longer for it. */
const drawn = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** Measures and scrolls just before the browser draws, when it lays the page out anyway: no answer waits for that. */
const whenLaidOut = (work: () => void) => requestAnimationFrame(work);

/** Full text has nothing to add to a typed code, and a pasted message is read, not searched for. */
const isForPagefind = ({ words, isMessage, codePrefix, impossibleCode }: QueryReading) =>
  words.length > 1 && !isMessage && codePrefix === undefined && impossibleCode === undefined;

/** Brings a search field to life. Safe to call once for each field. */
export function mountSearch(root: HTMLElement, codes: Promise<unknown>): void {
  takeOverCodes(codes);
  const input = root.querySelector('input');
  const panel = root.querySelector<HTMLElement>('.search-panel');
  const results = root.querySelector<HTMLElement>('#search-results');
  const note = root.querySelector<HTMLElement>('#search-note');
  if (!input || !panel || !results || !note) return;
  const isPage = root.dataset['placement'] === 'page';
  const examples = document.querySelector<HTMLElement>('#search-examples');
  let latest = 0;
  /** The query that the list answers: behind `latest` while the first answer to a newer one is on its way. */
  let shown = 0;
  let active = -1;
  let timer = 0;
  /** Whether the text in the field is what was left of a longer paste. */
  let isCutPaste = false;

  const options = () => [...results.querySelectorAll<HTMLAnchorElement>('a[href]')];

  function activate(place: number): void {
    const all = options();
    active = all.length === 0 ? -1 : (place + all.length) % all.length;
    for (const [index, option] of all.entries()) option.ariaSelected = String(index === active);
    const option = all[active];
    if (option) {
      input?.setAttribute('aria-activedescendant', option.id);
      whenLaidOut(() => option.scrollIntoView({ block: 'nearest' }));
    } else input?.removeAttribute('aria-activedescendant');
  }

  /** Keeps the list above the lower edge of what is seen: a phone's keyboard covers the page without making it smaller. */
  function fit(): number {
    const lowerEdge = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
    const room = lowerEdge - root.getBoundingClientRect().bottom - 12;
    if (panel && !isPage) panel.style.maxBlockSize = `min(40rem, ${Math.max(room, leastRoom)}px)`;
    return room;
  }

  function open(isOpen: boolean): void {
    if (isPage || !panel || !input) return;
    const wasOpen = !panel.hidden;
    panel.hidden = !isOpen;
    input.ariaExpanded = String(isOpen);
    if (!isOpen) activate(-1);
    if (isOpen && !wasOpen) whenLaidOut(makeRoom);
  }

  /** Moves the field up where too little room is left below it. */
  function makeRoom(): void {
    if (panel?.hidden || fit() >= wantedRoom) return;
    root.scrollIntoView({ block: 'start', behavior: 'instant' });
    fit();
  }

  function show(found: Found, reading: QueryReading, isBusy: boolean): void {
    if (!results || !note || !input) return;
    const chosen = active > 0 && shown === latest ? options()[active]?.href : undefined;
    shown = latest;
    showResults(results, found, isPage);
    const all = options();
    results.ariaBusy = String(isBusy);
    const cut =
      reading.isCut || isCutPaste ? [`Only the first ${longestQuery.toLocaleString('en')} characters were read.`] : [];
    const nothing =
      !isBusy && all.length === 0 && found.notes.length === 0
        ? ['Nothing found. Try a code, a phrase, a header field or other words.']
        : [];
    const count = !isBusy && all.length > 0 ? [`${all.length} ${all.length === 1 ? 'result' : 'results'}.`] : [];
    const text = [...found.notes, ...cut, ...nothing, ...count].join(' ');
    if (note.textContent !== text) note.textContent = text;
    input.ariaExpanded = String(all.length > 0);
    activate(Math.max(0, chosen ? all.findIndex(({ href }) => href === chosen) : 0));
  }

  async function search(): Promise<void> {
    latest += 1;
    const mine = latest;
    const isCurrent = () => mine === latest;
    const query = input?.value.replaceAll(lineEnd, '\n') ?? '';
    const reading = readQuery(query);
    if (isPage) remember(input?.value ?? '');
    if (examples) examples.hidden = reading.text !== '';
    clearTimeout(timer);
    if (reading.text === '') {
      if (results) results.replaceChildren();
      if (results) results.ariaBusy = 'false';
      if (note) note.textContent = '';
      open(false);
      return;
    }
    open(true);
    if (results) results.ariaBusy = 'true';
    let quick: Answers = { answers: [], notes: [] };
    let words: Answer[] = [];
    let passages: Passage[] = [];
    const faults: string[] = [];
    const update = (isBusy: boolean) => {
      if (!isCurrent()) return;
      const merged = mergeAnswers(quick, words);
      show({ answers: merged.answers, notes: [...merged.notes, ...faults], passages }, reading, isBusy);
    };
    try {
      quick = matchCodes(reading, await loadCodeLines());
      if (quick.answers.length > 0) {
        update(true);
        // The word index is ten times as large: it is asked for once the first answer can be read.
        await drawn();
        if (!isCurrent()) return;
      }
    } catch {
      faults.push('The list of codes could not be loaded. Check the connection; typing on tries again.');
    }
    const typing = new Promise((resolve) => {
      timer = window.setTimeout(resolve, pauseBeforePagefind);
    });
    try {
      const matcher = await loadWordMatcher();
      if (!isCurrent()) return;
      words = reading.codePrefix === undefined ? matcher.match(reading) : [];
    } catch {
      faults.push('The word index could not be loaded, so only codes are matched. Typing on tries again.');
    }
    if (!isForPagefind(reading)) {
      update(false);
      return;
    }
    update(true);
    await typing;
    if (!isCurrent()) return;
    try {
      passages = await askPagefind(await loadPagefind(), reading.words, checkPagefindIndex);
    } catch {
      faults.push('The full text could not be searched. Typing on tries again.');
    }
    update(false);
  }

  function remember(query: string): void {
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete('q');
    else url.searchParams.set('q', query.slice(0, longestQuery));
    if (url.href !== location.href) history.replaceState(history.state, '', url);
    document.title = query === '' ? 'Search SIP status codes' : `${query.slice(0, 60)}: search SIP status codes`;
  }

  function follow(event: KeyboardEvent): void {
    const option = options()[Math.max(active, 0)];
    // Without an answer to what is typed now, the form leads to the search page.
    if (!option || shown !== latest) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) window.open(option.href, '_blank', 'noopener');
    else location.assign(option.href);
  }

  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', results.id);
  input.addEventListener('input', () => {
    isCutPaste = false;
    void search();
  });
  input.addEventListener('focus', () => {
    if (input.value !== '' && results.childElementCount > 0) open(true);
  });
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/u.test(pasted.trim())) return;
    event.preventDefault();
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    input.setRangeText(
      pasted
        .slice(0, longestQuery + 1)
        .trim()
        .replaceAll(/\s*\r?\n\s*/gu, lineEnd),
      start,
      end,
      'end',
    );
    isCutPaste = pasted.trim().length > longestQuery;
    void search();
  });
  input.addEventListener('keydown', (event) => {
    const last = options().length - 1;
    const places: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: last };
    const place = places[event.key];
    // Home and End move in the list only once the reader has gone into it; before that they move in the text.
    const isInText = (event.key === 'Home' || event.key === 'End') && active <= 0;
    if (place !== undefined && last >= 0 && !isInText) {
      event.preventDefault();
      open(true);
      activate(place);
    } else if (event.key === 'Enter' && !event.isComposing) follow(event);
    else if (event.key === 'Escape' && !isPage && (!panel.hidden || input.value === '')) {
      event.preventDefault();
      open(false);
      root.dispatchEvent(new CustomEvent('search-closed'));
    }
  });
  visualViewport?.addEventListener('resize', fit);
  root.addEventListener('focusout', (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) open(false);
  });
  if (isPage) {
    const asked = new URL(location.href).searchParams.get('q');
    if (asked && input.value === '') input.value = asked.trim().replaceAll(/\s*\r?\n\s*/gu, lineEnd);
  }
  if (input.value !== '') void search();
  else if (examples) examples.hidden = false;
}

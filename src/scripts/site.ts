/** All that runs before the reader asks for something: the switch of colors, copy buttons, the door to search. */
const root = document.documentElement;
const search = document.querySelector<HTMLElement>('search.search');
const input = search?.querySelector('input');

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be blocked; the page works without.
  }
}
function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: the choice then lasts for this page.
  }
}

let isMounted = false;
/** Loads search when it is wanted, and tries again after a failure. */
async function wantSearch(): Promise<void> {
  if (!search || isMounted) return;
  isMounted = true;
  try {
    // Side by side: the list of codes is all that a typed number waits for besides the script, and comes before it.
    const codes = fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/search-index/codes.json`)
      .then((response) => response.json())
      .catch(() => undefined);
    const { mountSearch } = await import('./search-box.ts');
    mountSearch(search, codes);
  } catch {
    isMounted = false;
  }
}

let cameFrom: HTMLElement | undefined;
function focusSearch(): void {
  if (!input) return;
  // Asked for before the focus, which makes the browser lay the page out first.
  void wantSearch();
  if (document.activeElement instanceof HTMLElement && document.activeElement !== input)
    cameFrom = document.activeElement;
  input.focus();
  input.select();
}

input?.addEventListener('focus', wantSearch);
search?.addEventListener('pointerenter', wantSearch, { once: true });
search?.addEventListener('search-closed', () => {
  if (cameFrom?.isConnected && cameFrom !== document.body) cameFrom.focus();
  else input?.blur();
});
if (input && (input.value !== '' || search?.dataset['placement'] === 'page')) wantSearch();
// The search page with a query, and the installed site's start.
if (/[?&](?:q=|search$)/.test(location.search)) input?.focus();

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || !input) return;
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    focusSearch();
    return;
  }
  const target = event.target as HTMLElement;
  const isTyping = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || stored('single-keys') === 'off') return;
  if (event.key === '/') {
    event.preventDefault();
    focusSearch();
  } else if (/^\d$/.test(event.key)) {
    // The digit itself goes into the field, since the field has the focus by then.
    focusSearch();
  }
});

const themeSwitch = document.querySelector<HTMLButtonElement>('.theme-switch');
if (themeSwitch) {
  const isDark = () =>
    (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const label = () => {
    themeSwitch.ariaLabel = themeSwitch.title = isDark() ? 'Use light colors' : 'Use dark colors';
  };
  label();
  themeSwitch.disabled = false;
  themeSwitch.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    store('theme', root.dataset['theme']);
    label();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-copy-from]')) {
  if (!navigator.clipboard) break; // Without a secure origin there is no clipboard; the link beside it can be copied.
  button.disabled = false;
  button.addEventListener('click', async () => {
    const label = button.textContent;
    const text = button.dataset['copy'] ?? document.getElementById(button.dataset['copyFrom'] ?? '')?.textContent ?? '';
    await navigator.clipboard.writeText(text).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Copying was refused'),
    );
    setTimeout(() => (button.textContent = label), 2000);
  });
}

const state = document.querySelector<HTMLElement>('#offline-state');
// After the page and all that it needs: the copy is for the next visit.
if (state && 'serviceWorker' in navigator) {
  addEventListener('load', () =>
    setTimeout(
      () =>
        import('./offline-copy.ts').then(
          ({ keepOfflineCopy }) => keepOfflineCopy(state),
          () => undefined,
        ),
      1000,
    ),
  );
}

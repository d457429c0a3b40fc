/** Keeps the site for offline reading: registers the service worker, says when it is ready, offers a new version. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Registers the worker and keeps the reader told in `state`; where workers are blocked, the site works online. Where the
 * browser is set to save data, the copy is only offered.
 */
export async function keepOfflineCopy(state: HTMLElement): Promise<void> {
  if (savesData() && !(await navigator.serviceWorker.getRegistration(base).catch(() => undefined))) {
    const button = buttonOf('Keep offline', () => {
      state.replaceChildren('Being kept offline …');
      void registerWorker(state);
    });
    return state.replaceChildren(button);
  }
  return registerWorker(state);
}

function buttonOf(text: string, work: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', work);
  return button;
}

async function registerWorker(state: HTMLElement): Promise<void> {
  const registration = await navigator.serviceWorker
    .register(`${base}sw.js`, { updateViaCache: 'none' })
    .catch(() => undefined);
  // Where the copy was asked for, and not where it is made unasked.
  const failed = () => {
    if (state.textContent !== '') state.textContent = 'The site could not be kept offline.';
  };
  if (!registration) return failed();

  const offer = (waiting: ServiceWorker) => {
    const button = buttonOf('Reload', () => {
      // Another tab may have taken it already.
      if (waiting.state.startsWith('activat')) return location.reload();
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    });
    state.replaceChildren('New version: ', button);
    state.dataset['offer'] = '';
  };
  const follow = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offer(worker);
      else if (worker.state === 'activated') void ready();
      else if (worker.state === 'redundant' && !registration.active) failed();
    });
  };
  const ready = async () => {
    // A browser short of space may throw the copy away and leave the worker, which then fetches it again.
    const isWhole = await caches.match(`${base}offline-files.json`).catch(() => undefined);
    if (isWhole && !('offer' in state.dataset)) state.textContent = 'Ready offline';
  };
  if (registration.waiting && registration.active) offer(registration.waiting);
  else if (registration.active) void ready();
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
}

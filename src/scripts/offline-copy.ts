/** Keeps the site for offline reading: registers the service worker, says when it is ready, offers a new version. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Registers the worker and keeps the reader told in `state`; where workers are blocked, the site works online. */
export async function keepOfflineCopy(state: HTMLElement): Promise<void> {
  const registration = await navigator.serviceWorker
    .register(`${base}sw.js`, { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;

  const offer = (waiting: ServiceWorker) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Reload';
    button.addEventListener('click', () => {
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

/// <reference lib="webworker" />
/**
 * The offline copy: every file of one version in one cache, installed whole or not at all. The build puts the
 * version, which is the hash of the list of files, in place of VERSION, so that each new list is a new worker.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
const version = 'VERSION';
const scope = new URL(worker.registration.scope);
const listAddress = new URL('offline-files.json', scope).href;

/** Paths below the scope with their SHA-256 in base64. */
type FilesOfVersion = Record<string, string>;

async function fetched(address: string, integrity?: string): Promise<Response> {
  // The digest makes the browser refuse anything but this version's file, wherever a cache on the way kept another.
  const response = await fetch(address, {
    cache: 'no-cache',
    // The reader's own requests go first.
    priority: 'low',
    ...(integrity ? { integrity: `sha256-${integrity}` } : {}),
  });
  if (!response.ok || response.redirected) throw new Error(`${address} answered ${response.status}`);
  return response;
}

/** Fills this version's cache, taking over what an older version already has with the same digest. */
async function install(): Promise<void> {
  const older = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      return { cache, files: ((await (await cache.match(listAddress))?.json()) ?? {}) as FilesOfVersion };
    }),
  );
  const list = await fetched(`${listAddress}?${version}`);
  const files = (await list.clone().json()) as FilesOfVersion;
  try {
    const cache = await caches.open(version);
    const waiting = Object.entries(files);
    const take = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [path, digest] = next;
        const address = new URL(path, scope).href;
        try {
          const kept = await older.find((old) => old.files[path] === digest)?.cache.match(address);
          await cache.put(address, kept ?? (await fetched(address, digest)));
        } catch (error) {
          waiting.length = 0;
          throw error;
        }
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: 6 }, take));
    // Only now, with no request under way, may the worker give up.
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    await cache.put(listAddress, list);
  } catch (error) {
    await caches.delete(version);
    throw error;
  }
}

let refilling: Promise<void> | undefined;

/** Fills the cache again where the browser threw it away and left the worker; what fails is tried at the next page. */
async function refill(): Promise<void> {
  if (await (await caches.open(version)).match(listAddress)) return;
  refilling ??= install()
    .catch(() => undefined)
    .finally(() => (refilling = undefined));
  await refilling;
}

/** The kept file for an address, with or without its last slash, whatever its query. */
async function kept(address: URL): Promise<Response | undefined> {
  const cache = await caches.open(version);
  const plain = `${address.origin}${address.pathname}`;
  return (
    (await cache.match(plain)) ??
    (plain.endsWith('/') || /\.\w+$/.test(plain) ? undefined : await cache.match(`${plain}/`))
  );
}

/** Where a short link leads: /486 to /codes/486/, as the host's own rules say. */
async function shortened(address: URL): Promise<Response | undefined> {
  const links = (await (await kept(new URL('short-links.json', scope)))?.json()) as Record<string, string> | undefined;
  const target = links?.[address.pathname.slice(scope.pathname.length - 1).replace(/\/$/, '')];
  return target === undefined ? undefined : Response.redirect(new URL(target.slice(1), scope).href, 302);
}

async function answer(request: Request): Promise<Response> {
  const address = new URL(request.url);
  const found = (await kept(address)) ?? (request.mode === 'navigate' ? await shortened(address) : undefined);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === 'navigate' ? await kept(new URL('404.html', scope)) : undefined;
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== version) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});
worker.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === 'GET' && address.origin === scope.origin) event.respondWith(answer(event.request));
  if (event.request.mode === 'navigate' && worker.registration.active) event.waitUntil(refill());
});
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

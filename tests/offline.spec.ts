import { ServedCopy } from './support/served-copy.ts';
import { expect, test } from './support/test.ts';

// Two workers run it at once where there are two browsers; a project beside this one moves its ports with TEST_PORT.
const port = Number(process.env['TEST_PORT'] ?? 4390) + 20 + Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
const page486 = 'codes/486/index.html';
const oldWords = 'Busy Here';
const newWords = 'Busy Over There';

test.describe.configure({ mode: 'default' });
test.use({ serviceWorkers: 'allow', baseURL: `http://localhost:${port}/` });

/** Enough of the site where one or two pages tell: a browser needs twenty seconds to keep all of it. */
const isPart = (path: string) => !/^(?:captures|pagefind|flows|causes|compare|codes\/(?!481|486|603))/.test(path);

let site: ServedCopy;
test.beforeEach(async () => {
  site = new ServedCopy(port, test.info().tags.includes('@whole') ? undefined : isPart);
  await site.start();
});
test.afterEach(async () => {
  await site.stop();
  site.delete();
});

test('a reader who saves data is asked before the copy is fetched', async ({ homePage, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await homePage.open();
  const keep = homePage.offlineState.getByRole('button', { name: 'Keep offline' });
  await expect(keep).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
  await keep.click();
  await expect(homePage.offlineState).toHaveText('Ready offline', { timeout: 30_000 });
});

test('a reader who saves data is told where the copy fails', async ({ homePage, page, noise }) => {
  noise.expect(/500|403|integrity/);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  site.broken.add('/codes/603/');
  await homePage.open();
  await homePage.offlineState.getByRole('button', { name: 'Keep offline' }).click();
  await expect(homePage.offlineState).toHaveText('The site could not be kept offline.', { timeout: 30_000 });
});

test.describe('after one visit to the home page', () => {
  test.beforeEach(async ({ homePage }) => {
    await homePage.open();
    await expect(homePage.offlineState).toHaveText('Ready offline', { timeout: 30_000 });
  });

  test(
    'a page never visited opens without a network, and search answers',
    { tag: '@whole' },
    async ({ context, codePage, noise }) => {
      await context.setOffline(true);
      await codePage.open(603);
      await expect(codePage.heading).toContainText('603 Decline');
      await codePage.search.ask('486');
      expect((await codePage.search.codes())[0]).toBe(486);
      await codePage.search.ask('rings then drops after 32 seconds');
      expect((await codePage.search.addresses())[0]).toBe('/symptoms/drops-at-32-seconds/');
      await codePage.search.ask('Min-Expires');
      expect((await codePage.search.codes())[0]).toBe(423);
      await codePage.search.ask('call waiting');
      await expect(codePage.search.marked.first()).toBeVisible();
      expect(noise.heard).toEqual([]);
    },
  );

  test(
    'the same goes with the server stopped, and an address without its last slash opens',
    { tag: '@whole' },
    async ({ codePage }) => {
      await site.stop();
      await codePage.visit('codes/481');
      await expect(codePage.heading).toContainText('481');
      await site.start();
    },
  );

  test('an address without a page meets the error page', async ({ context, errorPage, noise }) => {
    noise.expect(/404/, /ERR_INTERNET_DISCONNECTED|NS_ERROR/);
    await context.setOffline(true);
    const response = await errorPage.visit('codes/999/');
    expect(response?.status()).toBe(404);
    await expect(errorPage.heading).toHaveText('No page at this address');
  });

  test('a new version is offered, taken on request, and does not change the open page before', async ({ codePage }) => {
    site.publish(page486, oldWords, newWords);
    await codePage.open(486);
    await expect(codePage.heading).toContainText(oldWords);
    await expect(codePage.offlineState).toContainText('New version', { timeout: 30_000 });
    await expect(codePage.heading).toContainText(oldWords);
    await codePage.offlineState.getByRole('button', { name: 'Reload' }).click();
    await expect(codePage.heading).toContainText(newWords);
  });

  test('a tab that did not take the new version reloads into it as well', async ({ context, codePage, page }) => {
    site.publish(page486, oldWords, newWords);
    await codePage.open(486);
    await expect(codePage.offlineState).toContainText('New version', { timeout: 30_000 });
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Reload' }).click();
    await expect(other.getByRole('heading', { level: 1 })).toContainText(newWords);
    await expect(codePage.heading).toContainText(oldWords);
    await codePage.offlineState.getByRole('button', { name: 'Reload' }).click();
    await expect(codePage.heading).toContainText(newWords);
  });

  test('a copy that the browser threw away is not called ready, and comes back', async ({
    context,
    codePage,
    page,
  }) => {
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await codePage.open(486);
    await expect(codePage.heading).toContainText(oldWords);
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/offline-files.json')) !== undefined), {
        timeout: 30_000,
      })
      .toBe(true);
    await context.setOffline(true);
    await codePage.open(603);
    await expect(codePage.heading).toContainText('603 Decline');
    await expect(codePage.offlineState).toHaveText('Ready offline');
  });

  test('an update with one file failing leaves the old version whole', async ({ context, codePage, page, noise }) => {
    noise.expect(/500/);
    site.publish(page486, oldWords, newWords);
    site.broken.add('/codes/603/');
    site.publish('codes/603/index.html', 'Decline', 'Declined');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const failed = new Promise<void>((resolve) =>
        registration.addEventListener('updatefound', () =>
          registration.installing?.addEventListener('statechange', ({ target }) => {
            if ((target as ServiceWorker).state === 'redundant') resolve();
          }),
        ),
      );
      await registration.update().catch(() => undefined);
      await failed;
    });
    await context.setOffline(true);
    await codePage.open(486);
    await expect(codePage.heading).toContainText(oldWords);
    await codePage.open(603);
    await expect(codePage.heading).toContainText('603 Decline');
    await expect(codePage.offlineState).toHaveText('Ready offline');
  });
});

test('a full disk leaves the site working online', async ({ codePage, context, noise }) => {
  noise.expect(/./);
  await context.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker, 'register', {
      value: () => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError')),
    });
  });
  await codePage.open(486);
  await codePage.search.ask('603');
  expect((await codePage.search.codes())[0]).toBe(603);
  await expect(codePage.offlineState).toBeEmpty();
});

test('a visit whose copy cannot be completed leaves no half of one', async ({ codePage, page, noise }) => {
  noise.expect(/500/);
  site.broken.add('/codes/603/');
  await codePage.open(486);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration === undefined || (!registration.active && !registration.installing);
      }),
    )
    .toBe(true);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await expect(codePage.offlineState).toBeEmpty();
});

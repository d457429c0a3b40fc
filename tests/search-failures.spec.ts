import type { Page, Route } from 'playwright/test';
import { filesOf } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

/** What goes wrong with a file: it is missing, its connection breaks, or it holds something else. */
const failures: [name: string, fail: (route: Route) => Promise<void>][] = [
  ['is missing', (route) => route.fulfill({ status: 404, body: 'Not found' })],
  ['can’t be reached', (route) => route.abort('connectionrefused')],
  ['is corrupt', (route) => route.fulfill({ status: 200, body: '{"codes":[{"co' })],
  ['is another file', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{}' })],
];

const built = filesOf('dist');
const named = (pattern: RegExp) => built.filter((file) => pattern.test(file)).map((file) => `**/${file}*`);

/** Every file that search loads beside its own script, by what it is for. */
const indexFiles = [
  { what: 'the list of codes', globs: named(/^search-index\/codes\.json$/), query: 'busy here' },
  { what: 'the word index', globs: named(/^search-index\/words\.json$/), query: 'busy here' },
  { what: 'the script that matches words', globs: named(/^assets\/match-words.*\.js$/), query: 'busy here' },
  ...['pagefind.js', 'pagefind-entry.json', 'files.json'].map((file) => ({
    what: file.startsWith('pagefind') ? `Pagefind’s ${file}` : 'the list of Pagefind’s files',
    globs: [`**/pagefind/${file}*`],
    query: 'telephone',
  })),
  { what: 'Pagefind’s wasm', globs: named(/^pagefind\/wasm.*\.pagefind$/), query: 'telephone' },
  { what: 'Pagefind’s metadata', globs: named(/^pagefind\/.*\.pf_meta$/), query: 'telephone' },
  { what: 'Pagefind’s index', globs: named(/^pagefind\/index\/.*\.pf_index$/), query: 'telephone' },
  { what: 'Pagefind’s fragments', globs: named(/^pagefind\/fragment\/.*\.pf_fragment$/), query: 'telephone' },
];

async function failAll(page: Page, globs: readonly string[], fail: (route: Route) => Promise<void>): Promise<void> {
  for (const glob of globs) await page.route(glob, fail);
}

for (const { what, globs, query } of indexFiles) {
  test(`where ${what} fails in any way, it is told, codes still answer, and the next try recovers`, async ({
    codePage,
    page,
    noise,
  }) => {
    expect(globs.length).toBeGreaterThan(0);
    noise.expect(/404/, /failed request/, /console error: Failed to load/, /SyntaxError|Unexpected|pagefind|wasm/i);
    for (const [failure, fail] of failures) {
      // An empty list of files is a list: nothing is compared then, and the search is whole.
      if (what === 'the list of Pagefind’s files' && failure === 'is another file') continue;
      await test.step(failure, async () => {
        await codePage.open(200);
        await failAll(page, globs, fail);
        await codePage.search.ask(query);
        await expect(codePage.search.note).toContainText(/could not be (?:loaded|searched)/);
        if (what !== 'the list of codes') {
          await codePage.search.ask('486');
          expect((await codePage.search.codes())[0]).toBe(486);
        }
        await page.unrouteAll();
        await codePage.search.ask(`${query} `);
        await expect(codePage.search.note).not.toContainText(/could not/);
        expect(await codePage.search.links.count()).toBeGreaterThan(0);
        await codePage.search.ask('486');
        expect((await codePage.search.codes())[0]).toBe(486);
      });
    }
  });
}

test('where the list of codes fails, a typed code is still answered by the word index', async ({
  codePage,
  page,
  noise,
}) => {
  noise.expect(/404/);
  await codePage.open(200);
  await page.route('**/search-index/codes.json', (route) => route.fulfill({ status: 404, body: '' }));
  await codePage.search.ask('486');
  expect((await codePage.search.codes())[0]).toBe(486);
});

test('where the search script fails, the next wish loads it, and Enter leads to the search page', async ({
  codePage,
  page,
  noise,
}) => {
  noise.expect(/failed request/, /Failed to (?:load|fetch)/);
  await codePage.open(200);
  let fails = 0;
  await page.route('**/assets/search-box*.js', (route) => {
    fails += 1;
    return route.abort();
  });
  await codePage.search.field.focus();
  await expect.poll(() => fails).toBeGreaterThan(0);
  await page.keyboard.type('486');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=486$/);
  await page.unrouteAll();
  await page.reload();
  await codePage.search.settle();
  expect((await codePage.search.codes())[0]).toBe(486);
});

test('a late answer never replaces a newer one', async ({ codePage, page }) => {
  await codePage.open(200);
  await codePage.search.ask('busy here');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest('**/*.pf_fragment*');
  // The first question's passages are held back until the second question is answered.
  await page.route('**/*.pf_fragment*', async (route) => {
    await held;
    await route.continue();
  });
  await codePage.search.field.fill('telephone gateway');
  await asked;
  await expect(codePage.search.results).toHaveAttribute('aria-busy', 'true');
  await codePage.search.field.fill('487');
  await codePage.search.settle();
  const answers = await codePage.search.addresses();
  expect(answers[0]).toMatch(/\/codes\/487\/$/);
  const late = page.waitForResponse('**/*.pf_fragment*');
  release();
  await (await late).finished();
  // A round through the page's task queue, so that the late answer has had its turn.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await codePage.search.addresses()).toEqual(answers);
});

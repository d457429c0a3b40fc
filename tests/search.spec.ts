import { expect, test } from './support/test.ts';

/** What is asked, and the codes that must come first, in this order. */
const firstAnswers: [query: string, codes: number[]][] = [
  ['486', [486]],
  ['SIP/2.0 486 Busy Here', [486]],
  ['busy here', [486]],
  ['Proxy Authentication Required', [407]],
  ['Unsupported Certificate', [437]],
  ['480 vs 486', [480, 486]],
  ['difference between 403 and 603', [403, 603]],
  ['cause=17', [486]],
  ['Min-SE', [422]],
  ['21.4.18', [480]],
  ['404', [404]],
  ['500', [500]],
  ['409', [409]],
];

for (const [query, codes] of firstAnswers) {
  test(`“${query}” leads to ${codes.join(' and ')} first`, async ({ searchPage }) => {
    await searchPage.open(query);
    await expect(searchPage.search.field).toHaveValue(query);
    const found = (await searchPage.search.addresses())
      .flatMap((address) => address.match(/\/(?:codes|compare)\/([\d-]+)\/$/)?.[1]?.split('-') ?? [])
      .map(Number);
    expect([...new Set(found)].slice(0, codes.length).sort((a, b) => a - b)).toEqual(codes);
  });
}

test('the empty search page shows what can be asked, and each of it is answered', async ({ searchPage, page }) => {
  await searchPage.visit('search/');
  await expect(searchPage.examples).toBeVisible();
  const queries = await searchPage.examples.getByRole('link').allTextContents();
  expect(queries.length).toBeGreaterThan(10);
  await searchPage.examples.getByRole('link', { name: '480 vs 486' }).click();
  await expect(page).toHaveURL(/\?q=480/);
  await searchPage.search.settle();
  await expect(searchPage.examples).toBeHidden();
  for (const query of queries) {
    await searchPage.search.ask(query);
    expect.soft(await searchPage.search.links.count(), query).toBeGreaterThan(0);
  }
  await searchPage.search.field.fill('');
  await expect(searchPage.examples).toBeVisible();
});

test('a result tells code, phrase, what it means and why it was found', async ({ searchPage }) => {
  await searchPage.open('486');
  const first = searchPage.search.links.first();
  await expect(first).toContainText('486');
  await expect(first).toContainText('Busy Here');
  await expect(first).toContainText(/exact code/i);
});

test('“48” lists the codes that begin with it, in order', async ({ searchPage }) => {
  await searchPage.open('48');
  expect(await searchPage.search.codes()).toEqual([480, 481, 482, 483, 484, 485, 486, 487, 488, 489]);
});

test('“4866” finds no code, and says that it is none', async ({ searchPage }) => {
  await searchPage.open('4866');
  await expect(searchPage.search.note).toContainText(/not registered/);
  expect(await searchPage.search.codes()).toEqual([]);
});

for (const [code, treatedAs] of [
  [418, 400],
  [499, 400],
  [599, 500],
  [299, 200],
  [198, 183],
] as const) {
  test(`“${code}” is said to be not registered, and leads to ${treatedAs}`, async ({ searchPage }) => {
    await searchPage.open(String(code));
    await expect(searchPage.search.note).toContainText('not registered');
    await expect(searchPage.search.note).toContainText('8.1.3.2');
    expect((await searchPage.search.codes())[0]).toBe(treatedAs);
  });
}

test('a search that nothing answers says so', async ({ searchPage }) => {
  await searchPage.open('ξξξξ ψψψψ');
  await expect(searchPage.search.note).toContainText(/nothing found/i);
  await expect(searchPage.search.links).toHaveCount(0);
});

test('words are found in the text of pages, with the words marked', async ({ searchPage }) => {
  await searchPage.open('call waiting');
  await expect(searchPage.search.marked.first()).toBeVisible();
});

test('the results are announced by their number', async ({ searchPage }) => {
  await searchPage.open('busy here');
  await expect(searchPage.search.note).toHaveRole('status');
  await expect(searchPage.search.note).toContainText(`${await searchPage.search.links.count()} results`);
});

test('the header’s search finds the same as the search page', async ({ searchPage, codePage }) => {
  await searchPage.open('wrong password');
  const onPage = await searchPage.search.addresses();
  await codePage.open(200);
  await codePage.search.ask('wrong password');
  expect(await codePage.search.addresses()).toEqual(onPage);
  expect(onPage.length).toBeGreaterThan(2);
});

test('the address holds the query, and the back button returns to its answers', async ({
  searchPage,
  page,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Playwright can’t go back in a Firefox that it did not build.');
  await searchPage.open('busy here');
  const answers = await searchPage.search.addresses();
  await searchPage.search.links.first().click();
  await expect(page).toHaveURL(/\/codes\/486\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=busy(?:\+|%20)here$/);
  await searchPage.search.settle();
  await expect(searchPage.search.field).toHaveValue('busy here');
  expect(await searchPage.search.addresses()).toEqual(answers);
});

test('typing on changes the address, so that the answers can be linked', async ({ searchPage, page }) => {
  await searchPage.open('486');
  await searchPage.search.ask('487');
  await expect(page).toHaveURL(/\?q=487$/);
  await page.reload();
  await searchPage.search.settle();
  expect((await searchPage.search.codes())[0]).toBe(487);
});

test('the home page’s field opens the code that is typed and sent', async ({ homePage, page }) => {
  await homePage.open();
  await homePage.search.ask('603');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/codes\/603\/$/);
});

test('nothing is loaded for search before it is wanted', async ({ codePage, page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await codePage.open(486);
  await expect(codePage.themeSwitch).toBeEnabled();
  const isForSearch = (url: string) => /search|pagefind|match-words/.test(url);
  expect(requests.filter(isForSearch)).toEqual([]);
  await codePage.search.ask('busy here');
  expect(requests.filter(isForSearch)).not.toEqual([]);
});

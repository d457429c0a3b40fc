import { expect, test } from './support/test.ts';

test('the skip link is the first stop and leads to the content', async ({ codePage, page }) => {
  await codePage.open(486);
  await page.keyboard.press('Tab');
  await expect(codePage.skipLink).toBeFocused();
  await expect(codePage.skipLink).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(codePage.main).toBeFocused();
});

for (const keys of ['/', 'Control+k', 'Meta+k']) {
  for (const address of ['', 'codes/486/', 'classes/4xx/', 'about/', 'search/']) {
    test(`${keys} goes to the search field on /${address}`, async ({ sitePage, page }) => {
      await sitePage.visit(address);
      await page.keyboard.press(keys);
      await expect(sitePage.search.field).toBeFocused();
      await expect(sitePage.search.field).toHaveValue('');
    });
  }
}

test('digits typed anywhere open the search with them', async ({ codePage, page }) => {
  await codePage.open(200);
  await page.keyboard.type('486');
  await expect(codePage.search.field).toHaveValue('486');
  await codePage.search.settle();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/codes\/486\/$/);
});

test('a key typed in a field, or with Alt or Ctrl, opens nothing', async ({ codePage, page }) => {
  await codePage.open(486);
  await codePage.search.field.focus();
  await page.keyboard.type('1/2');
  await expect(codePage.search.field).toHaveValue('1/2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await codePage.themeSwitch.focus();
  await page.keyboard.press('Alt+4');
  await page.keyboard.press('Control+/');
  await expect(codePage.themeSwitch).toBeFocused();
});

test.describe('in the results', () => {
  test.beforeEach(async ({ codePage, page }) => {
    await codePage.open(200);
    await codePage.themeSwitch.focus();
    await page.keyboard.press('/');
    await codePage.search.ask('48');
    expect(await codePage.search.links.count()).toBeGreaterThan(5);
  });

  test('the first is active, and arrows go down, up and around', async ({ codePage: { search }, page }) => {
    const { links, activeLink } = search;
    const last = (await links.count()) - 1;
    const isActive = async (place: number) => {
      await expect(activeLink).toHaveCount(1);
      await expect(links.nth(place)).toHaveAttribute('aria-selected', 'true');
      await expect(search.field).toHaveAttribute(
        'aria-activedescendant',
        (await links.nth(place).getAttribute('id')) ?? 'an id',
      );
      await expect(links.nth(place)).toBeInViewport();
    };
    await isActive(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await isActive(2);
    await page.keyboard.press('ArrowUp');
    await isActive(1);
    await page.keyboard.press('End');
    await isActive(last);
    await page.keyboard.press('ArrowDown');
    await isActive(0);
    await page.keyboard.press('ArrowUp');
    await isActive(last);
    await page.keyboard.press('Home');
    await isActive(0);
    await expect(search.field).toBeFocused();
  });

  test('Enter opens the active one', async ({ codePage, page }) => {
    await page.keyboard.press('ArrowDown');
    const address = (await codePage.search.addresses())[1] ?? '';
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL((url) => url.pathname === address);
  });

  test('typing on makes the first one active again', async ({ codePage: { search }, page }) => {
    await page.keyboard.press('ArrowDown');
    await expect(search.links.nth(1)).toHaveAttribute('aria-selected', 'true');
    await search.ask('480 481');
    expect(await search.codes()).toContain(481);
    await expect(search.links.first()).toHaveAttribute('aria-selected', 'true');
  });

  test('Enter opens no answer to an earlier query', async ({ codePage, page }) => {
    // The words are still on their way when Enter is pressed.
    await page.route('**/search-index/words.json', () => undefined);
    await codePage.open(200);
    await page.keyboard.type('503');
    await expect(codePage.search.links.first()).toBeVisible();
    await codePage.search.field.fill('one-way audio');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=one-way\+audio$/);
  });

  test('Ctrl-Enter opens the active one in a new tab and stays', async ({ codePage, page, context }) => {
    const before = page.url();
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await expect(tab).toHaveURL(/\/codes\/480\/$/);
    expect(page.url()).toBe(before);
    await expect(codePage.search.field).toHaveValue('48');
  });

  test('Escape closes them and gives the focus back', async ({ codePage, page }) => {
    await expect(codePage.search.field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(codePage.search.results).toBeHidden();
    await expect(codePage.search.field).toHaveAttribute('aria-expanded', 'false');
    await expect(codePage.themeSwitch).toBeFocused();
  });

  test('Escape in an empty field gives the focus back', async ({ codePage, page }) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await codePage.search.field.fill('');
    await page.keyboard.press('Escape');
    await expect(codePage.themeSwitch).toBeFocused();
  });

  test('Tab leaves the search and closes it', async ({ codePage, page }) => {
    await page.keyboard.press('Tab');
    await expect(codePage.search.field).not.toBeFocused();
    await expect(codePage.search.results).toBeHidden();
  });
});

test('single keys are turned off at /about/ and stay off, while Ctrl-K still works', async ({
  aboutPage,
  codePage,
  page,
  browserName,
}) => {
  await aboutPage.open();
  await expect(aboutPage.singleKeys).toBeChecked();
  await aboutPage.singleKeys.uncheck();
  await codePage.open(486);
  await codePage.themeSwitch.focus();
  // Firefox itself finds text at a slash that no page takes.
  await page.keyboard.type(browserName === 'firefox' ? '4' : '/4');
  await expect(codePage.themeSwitch).toBeFocused();
  await expect(codePage.search.field).toHaveValue('');
  await aboutPage.open();
  await expect(aboutPage.singleKeys).not.toBeChecked();
  await page.keyboard.press('Control+k');
  await expect(aboutPage.search.field).toBeFocused();
});

import { addressesOf } from './support/built-site.ts';
import { registry } from './support/registry.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

/** One page of each folder stands for its kind. */
const kinds = [
  ...new Map(addressesOf('dist').map((address) => [address.replace(/\/[^/]+\/$/, '/'), address])).values(),
];

for (const address of ['codes/486/', ...kinds]) {
  test(`/${address} is read without script`, async ({ sitePage, page }) => {
    await sitePage.visit(address);
    await expect(sitePage.heading).toBeVisible();
    expect(((await sitePage.main.textContent()) ?? '').trim().length).toBeGreaterThan(200);
    // Controls that need script are not offered.
    for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
  });
}

test('the search field leads to the table of all codes without script', async ({ homePage, searchPage, page }) => {
  await searchPage.visit('codes/486/');
  await searchPage.search.field.fill('busy');
  await searchPage.search.field.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=busy$/);
  for (const { code } of registry) await expect.soft(homePage.rowOf(code)).toBeVisible();
});

test('the home page lists all codes without script', async ({ homePage }) => {
  await homePage.open();
  for (const { code, reasonPhrase } of registry) await expect.soft(homePage.rowOf(code)).toContainText(reasonPhrase);
});

import { addressesOf, portionsOf } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

test.skip(({ browserName }) => browserName !== 'chromium', 'Only Chromium prints to PDF.');

/** The margin that browsers print with where a style sheet says nothing: 0.4 inch. */
const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };

/** The sheets of a PDF by Chromium, whose page objects stand in plain text. */
const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const codes = addressesOf('dist').filter((address) => /^codes\/\d{3}\/$/.test(address));

for (const { name, addresses } of portionsOf(codes, 20)) {
  test(`a code is printed on two A4 sheets at most: ${name}`, async ({ codePage, page }) => {
    for (const address of addresses) {
      await codePage.visit(address);
      const sheets = sheetsOf(await page.pdf({ format: 'A4', margin, preferCSSPageSize: true }));
      expect.soft(sheets, address).toBeGreaterThan(0);
      expect.soft(sheets, address).toBeLessThanOrEqual(2);
    }
  });
}

test('print leaves out what only a screen needs, and keeps the facts, in light colors', async ({ codePage, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await codePage.open(486);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const screenOnly of [codePage.search.field, codePage.themeSwitch, codePage.copyButton])
    await expect(screenOnly).toBeHidden();
  for (const fact of [codePage.heading, codePage.glance]) await expect(fact).toBeVisible();
  const ink = await codePage.heading.evaluate((heading) => getComputedStyle(heading).color);
  expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(64);
});

test('the home page prints as a sheet of all codes', async ({ homePage, page }) => {
  await homePage.open();
  const sheets = sheetsOf(await page.pdf({ format: 'A4', margin, preferCSSPageSize: true }));
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(4);
  await page.emulateMedia({ media: 'print' });
  await expect(homePage.table).toBeVisible();
  await expect(homePage.search.field).toBeHidden();
});

test('the count of sheets is right for a page that needs more', async ({ codePage, page }) => {
  await codePage.open(486);
  await codePage.plant('<p id="third">a</p><p id="fourth">b</p>', {
    '#third': { breakBefore: 'page' },
    '#fourth': { breakBefore: 'page' },
  });
  const sheets = sheetsOf(await page.pdf({ format: 'A4', margin }));
  expect(sheets).toBeGreaterThanOrEqual(3);
});

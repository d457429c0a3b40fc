import { CausesPage } from './pages/causes-page.ts';
import { expect, test } from './support/test.ts';

test('the table of causes is sorted by the keyboard, says by what, and marks it', async ({ page }) => {
  const causes = new CausesPage(page);
  await causes.open();
  const ascending = await causes.order;
  await causes.sortBy('Cause');
  expect(await causes.order).toEqual(ascending.toReversed());
  await expect(causes.columnHeading('Cause')).toHaveAttribute('aria-sort', 'descending');
  await expect(causes.announcement).toHaveText('Sorted by Cause, descending');
  await causes.sortBy('Asterisk sends');
  await expect(causes.columnHeading('Asterisk sends')).toHaveAttribute('aria-sort', 'ascending');
  await expect(causes.columnHeading('Cause')).not.toHaveAttribute('aria-sort');
  // Cause 23 becomes 302, the lowest code that Asterisk makes of a cause.
  expect((await causes.order)[0]).toBe(23);
});

test('the table of causes marks where a stack leaves the RFCs', async ({ page }) => {
  const causes = new CausesPage(page);
  await causes.open();
  // RFC 3398 says 503 for cause 41, and Asterisk has no row for it.
  await expect(causes.row(41)).toContainText(/503\s*503\s*\(603\)\s*≠\s*503/);
  await expect(causes.row(17)).not.toContainText('≠');
});

test('on a phone the headings to sort by are in sight', async ({ page }) => {
  const causes = new CausesPage(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await causes.open();
  await expect(causes.columnHeading('Name').getByRole('button')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { expect, test } from './support/test.ts';
import { registry } from './support/registry.ts';

const file = resolve('dist/sip-status-codes.html');
const address = pathToFileURL(file).href;

test.describe('the one file, opened from a disk', () => {
  test('holds every registered code under its number', async ({ page }) => {
    await page.goto(`${address}#486`);
    await expect(page.getByRole('heading', { name: /SIP\/2\.0 486 Busy Here/ })).toBeInViewport();
    for (const { code, reasonPhrase } of registry) {
      await expect(page.locator(`section[id="${code}"] h1`)).toContainText(`${code} ${reasonPhrase}`);
    }
  });

  test('has no link to a fragment that is not there, and no id twice', async ({ page }) => {
    await page.goto(address);
    const faults = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      const twice = ids.filter((id, place) => ids.indexOf(id) < place);
      const known = new Set(ids);
      const dangling = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !known.has(id));
      return { twice, dangling };
    });
    expect(faults).toEqual({ twice: [], dangling: [] });
  });

  test('is searched by code, by symptom and by header field', async ({ page }) => {
    await page.goto(address);
    const field = page.locator('input[name="q"]');
    const links = page.locator('#search-results a');
    await field.fill('486');
    await expect(links.first()).toHaveAttribute('href', '#486');
    await field.fill('rings then drops after 32 seconds');
    await expect(links.first()).toHaveAttribute('href', '#symptom-drops-at-32-seconds');
    await field.fill('Min-Expires');
    await expect(links.first()).toHaveAttribute('href', '#423');
    await field.fill('418');
    await expect(page.locator('#search-note')).toContainText('not registered');
    await field.fill('480 vs 486');
    await field.press('Enter');
    await expect(page).toHaveURL(/#compare-480-486$/);
  });

  test('its field is a combobox that counts its answers, found by Ctrl-K and by no single key', async ({ page }) => {
    await page.goto(address);
    await page.keyboard.press('/');
    await page.keyboard.type('48');
    const field = page.getByRole('combobox');
    await expect(field).toHaveValue('');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('48');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('status')).toHaveText('10 results.');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveAttribute('href', '#481');
    await expect(field).toHaveAttribute('aria-activedescendant', 'search-option-1');
    await page.keyboard.press('Escape');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  test('is small enough to mail: 400,000 bytes in brotli at most', () => {
    expect(brotliCompressSync(readFileSync(file)).length).toBeLessThanOrEqual(400_000);
  });
});

import { expect, test } from './support/test.ts';

const isDark = (color: string) => (color.match(/\d+/g) ?? []).slice(0, 3).every((channel) => Number(channel) < 64);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a system set to ${colorScheme} colors`, () => {
    test.use({ colorScheme });
    const other = colorScheme === 'light' ? 'dark' : 'light';

    test('is followed by every kind of page', async ({ sitePage }) => {
      for (const address of ['', 'codes/486/', 'classes/4xx/', 'about/', 'search/']) {
        await sitePage.visit(address);
        expect(isDark(await sitePage.paperColor()), `/${address} is ${colorScheme}`).toBe(colorScheme === 'dark');
      }
    });

    test(`yields to the switch, which is remembered on other pages and before anything is drawn`, async ({
      sitePage,
      page,
    }) => {
      await sitePage.watchTheme();
      await sitePage.visit('codes/486/');
      await expect(sitePage.themeSwitch).toBeEnabled();
      await sitePage.themeSwitch.click();
      expect(isDark(await sitePage.paperColor())).toBe(other === 'dark');
      await sitePage.visit('about/');
      await expect(sitePage.root).toHaveAttribute('data-theme', other);
      await expect(sitePage.root).toHaveAttribute('data-test-theme-before-body', 'true');
      expect(isDark(await sitePage.paperColor())).toBe(other === 'dark');
      await page.reload();
      await expect(sitePage.root).toHaveAttribute('data-theme', other);
      await sitePage.themeSwitch.click();
      await sitePage.visit('');
      expect(isDark(await sitePage.paperColor())).toBe(colorScheme === 'dark');
    });
  });
}

test('a stored word that is no theme does no harm', async ({ sitePage, page }) => {
  await page.addInitScript(() => {
    if (location.protocol.startsWith('http')) localStorage.setItem('theme', '"><img src=x>');
  });
  await sitePage.visit('codes/486/');
  await expect(sitePage.root).not.toHaveAttribute('data-theme');
  await expect(sitePage.themeSwitch).toBeEnabled();
});

test('the page is whole where storage is blocked', async ({ sitePage, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await sitePage.visit('codes/486/');
  const before = await sitePage.paperColor();
  await sitePage.themeSwitch.click();
  expect(await sitePage.paperColor()).not.toBe(before);
  await page.keyboard.press('/');
  await expect(sitePage.search.field).toBeFocused();
});

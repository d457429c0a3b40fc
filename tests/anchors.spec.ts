import { addressesOf } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

/** The anatomy of a code's page, in its order; a section may be absent. */
const anatomy = [
  'Meaning',
  'When it is sent',
  'Who sent it',
  'Causes and fixes',
  'On the wire',
  'Not to be confused with',
  'In real stacks',
  'Sources',
];

test('the headings of every code stand in the order of the anatomy, with ids made of their words', async ({
  codePage,
}) => {
  for (const address of addressesOf('dist').filter((candidate) => /^codes\/\d{3}\/$/.test(candidate))) {
    await codePage.visit(address);
    const headings = await codePage.sectionHeadings.evaluateAll((elements) =>
      elements.map((element) => ({ id: element.id, words: element.firstChild?.textContent?.trim() ?? '' })),
    );
    const words = headings.map((heading) => heading.words);
    expect.soft(words, address).toEqual(anatomy.filter((heading) => words.includes(heading)));
    expect.soft(words, address).toEqual(expect.arrayContaining(['Meaning', 'Causes and fixes', 'Sources']));
    for (const { id, words: heading } of headings)
      expect.soft(id, address).toBe(heading.toLowerCase().replaceAll(' ', '-'));
  }
});

test('an anchor beside a heading puts its address into the address bar and the heading on screen', async ({
  codePage,
  page,
}) => {
  await codePage.open(486);
  const count = await codePage.anchors.count();
  expect(count).toBe(await codePage.sectionHeadings.count());
  for (let place = 0; place < count; place += 1) {
    await codePage.anchors.nth(place).focus();
    await expect(codePage.anchors.nth(place)).toHaveCSS('opacity', /^(?:1|0\.[6-9]\d*)$/);
    await page.keyboard.press('Enter');
    const id = (await codePage.sectionHeadings.nth(place).getAttribute('id')) ?? 'an id';
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    await expect(codePage.sectionHeadings.nth(place)).toBeInViewport();
  }
});

for (const width of [360, 1280]) {
  test(`an address with a fragment opens at its heading, below the header, at ${width} px`, async ({
    codePage,
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await codePage.open(503);
    const ids = await codePage.sectionHeadings.evaluateAll((headings) => headings.map(({ id }) => id));
    // The last section may be too short to reach the top.
    for (const id of ids.slice(0, -1)) {
      await codePage.visit('about/');
      await codePage.visit(`codes/503/#${id}`);
      const heading = page.locator(`#${id}`);
      await expect(heading).toBeInViewport();
      const { top, isCovered } = await heading.evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        return { top, isCovered: !element.contains(document.elementFromPoint(left + 2, top + height / 2)) };
      });
      expect(isCovered, id).toBe(false);
      expect(top, id).toBeLessThan(200);
    }
  });
}

test.describe('the permalink', () => {
  test('is the address of the page, and is copied by its button', async ({ codePage, context, page, browserName }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await codePage.open(486);
    const permalink = (await codePage.permalink.getAttribute('href')) ?? '';
    expect(new URL(permalink).pathname.endsWith('/codes/486/')).toBe(true);
    await expect(codePage.copyButton).toBeEnabled();
    await codePage.copyButton.click();
    await expect(codePage.copyButton).toHaveText(/copied/i);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(permalink);
  });

  test('says so where copying is refused', async ({ codePage, page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));
    });
    await codePage.open(486);
    await codePage.copyButton.click();
    await expect(codePage.copyButton).toHaveText(/refused/i);
  });
});

import { violationsInBothThemes } from './support/axe.ts';
import { addressesToLookAt, portionsOf } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

for (const { name, addresses } of portionsOf(addressesToLookAt('dist'), 10)) {
  test(`axe finds nothing on ${name}`, async ({ sitePage, page }) => {
    for (const address of addresses) {
      await sitePage.visit(address);
      expect.soft(await violationsInBothThemes(page), `/${address}`).toEqual([]);
    }
  });
}

for (const width of [360, 1280]) {
  test(`axe finds nothing in open search results at ${width} px`, async ({ codePage, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await codePage.open(486);
    await codePage.search.ask('busy here');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test(`axe finds nothing on the search page with answers at ${width} px`, async ({ searchPage, page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const query of ['wrong password', '48', '418']) {
      await searchPage.open(query);
      expect.soft(await violationsInBothThemes(page), `“${query}”`).toEqual([]);
    }
  });
}

test('axe finds nothing on the error page', async ({ errorPage, page, noise }) => {
  noise.expect(/404/);
  await errorPage.visit('nothing/here/');
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('axe does find what is planted, in each theme', async ({ codePage, page }) => {
  await codePage.open(486);
  await codePage.plant('<p id="pale">pale</p><p id="dim">dim</p><img src="/favicon.svg">', {
    '#pale': { color: '#bbb', background: 'light-dark(#fff, #000)' },
    '#dim': { color: '#444', background: 'light-dark(#fff, #000)' },
  });
  const rules = (await violationsInBothThemes(page)).map((violation) => violation.replace(/:[^:]*(?=: )/, ''));
  expect(rules).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^color-contrast.*#pale/),
      expect.stringMatching(/^image-alt/),
      expect.stringMatching(/^in dark colors.*#dim/),
    ]),
  );
});

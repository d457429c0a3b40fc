import { addressesToLookAt, portionsOf } from './support/built-site.ts';
import { sidewaysScrollers, smallControls } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const widths = [320, 360, 768, 1280];

for (const { name, addresses } of portionsOf(addressesToLookAt('dist'), 12)) {
  test(`nothing scrolls sideways, and no control is smaller than 24 px, at ${widths.join(', ')} px on ${name}`, async ({
    sitePage,
    page,
  }) => {
    for (const address of addresses) {
      await sitePage.visit(address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await sidewaysScrollers(page), `/${address} at ${width} px scrolls sideways`).toEqual([]);
        // Controls keep their size between the narrowest and the widest view.
        if (width === 360 || width === 768) continue;
        expect.soft(await smallControls(page), `/${address} at ${width} px has small controls`).toEqual([]);
      }
    }
  });
}

for (const width of widths) {
  test(`search results fit into ${width} px, with controls of 24 px`, async ({ codePage, searchPage, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await codePage.open(486);
    await codePage.search.ask('proxy authentication');
    expect(await sidewaysScrollers(page)).toEqual([]);
    expect(await smallControls(page)).toEqual([]);
    await expect(codePage.search.links.first()).toBeInViewport();
    await searchPage.open(`Averyveryverylongwordthatnopagehas${'x'.repeat(200)} busy`);
    expect(await sidewaysScrollers(page)).toEqual([]);
    expect(await smallControls(page)).toEqual([]);
  });
}

for (const address of ['', 'codes/486/']) {
  test(`above a phone's keyboard the results of /${address} show the first whole, and end where the view ends`, async ({
    sitePage,
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 350 });
    await sitePage.visit(address);
    await sitePage.search.ask('wrong password');
    await expect(sitePage.search.links.first()).toBeInViewport({ ratio: 1 });
    await expect(sitePage.search.panel).toBeInViewport({ ratio: 1 });
    await expect(sitePage.search.field).toBeInViewport({ ratio: 1 });
  });
}

test('results do not move when they are counted', async ({ codePage }) => {
  await codePage.open(200);
  const tops = await codePage.search.watchFirstResult();
  await codePage.search.ask('486');
  await expect(codePage.search.note).toContainText('1 result');
  const seen = await tops();
  expect(seen.length).toBeGreaterThan(1);
  expect(new Set(seen).size).toBe(1);
});

test('in forced colors the active result and the page in the rail have an outline', async ({ codePage, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await codePage.open(486);
  await expect(page.locator('.rail [aria-current]')).toHaveCSS('outline-style', 'solid');
  await codePage.search.ask('48');
  await expect(codePage.search.activeLink).toHaveCSS('outline-style', 'solid');
  await expect(codePage.search.links.nth(1)).toHaveCSS('outline-style', 'none');
});

test('a planted wide line, wide box and small button are found', async ({ codePage, page }) => {
  await codePage.open(486);
  await codePage.plant('<p id="wide">wide</p><div id="box"><p id="inner">wide</p></div><button id="small">x</button>', {
    '#wide': { width: '3000px' },
    '#box': { overflowX: 'auto' },
    '#inner': { width: '4000px' },
    '#small': { all: 'unset', width: '20px', height: '40px', display: 'block' },
  });
  const scrollers = (await sidewaysScrollers(page)).join();
  expect(scrollers).toContain('html: ');
  expect(scrollers).toContain('div.: 4000');
  expect((await smallControls(page)).join()).toContain('button. “x” 20.0 × 40.0');
});

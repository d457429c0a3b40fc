import { join } from 'node:path';
import { filesOf, pagesOf } from './support/built-site.ts';
import { linkFaultsOf } from './support/links.ts';
import { preview } from './support/preview.ts';
import { ProjectCopy } from './support/project-copy.ts';
import { expect, test } from './support/test.ts';

const port = 4391;
const origin = `http://localhost:${port}`;
const base = '/docs/sip/';
const environment = { SITE_URL: origin, BASE_PATH: base };

// One build for all of these tests, so they run one after another in one worker.
test.describe.configure({ mode: 'default' });
test.describe('a site built to live under /docs/sip/', () => {
  test.use({ baseURL: origin + base });

  let copy: ProjectCopy;
  let server: { stop(): Promise<void> };

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    copy = new ProjectCopy();
    const { exitCode, output } = await copy.build(environment);
    expect(exitCode, output).toBe(0);
    server = await preview(copy, port, environment);
  });
  test.afterAll(async () => {
    await server?.stop();
    copy?.delete();
  });

  test('has every link and fragment below that path', () => {
    const dist = join(copy.folder, 'dist');
    expect(linkFaultsOf(pagesOf(dist), filesOf(dist), { origin, base })).toEqual([]);
  });

  test('is read and walked through', async ({ homePage, codePage, page }) => {
    await homePage.open();
    await homePage.rowOf(486).getByRole('link', { name: 'Busy Here' }).click();
    await expect(page).toHaveURL(`${origin}${base}codes/486/`);
    await codePage.nextCode.click();
    await expect(page).toHaveURL(`${origin}${base}codes/487/`);
    await expect(codePage.permalink).toHaveAttribute('href', `${origin}${base}codes/487/`);
    await expect(codePage.canonical).toHaveAttribute('href', `${origin}${base}codes/487/`);
  });

  test('answers searches, by code, by words and by full text', async ({ codePage, searchPage, page }) => {
    await codePage.open(200);
    await codePage.search.ask('486');
    expect((await codePage.search.addresses())[0]).toBe(`${base}codes/486/`);
    await codePage.search.ask('call waiting');
    await expect(codePage.search.marked.first()).toBeVisible();
    const addresses = await codePage.search.addresses();
    expect(addresses.filter((address) => !address.startsWith(base))).toEqual([]);
    await searchPage.open('busy here');
    await searchPage.search.links.first().click();
    await expect(page).toHaveURL(`${origin}${base}codes/486/`);
  });

  test('opens a passage that full text finds', async ({ searchPage, codePage }) => {
    await searchPage.open('call waiting');
    await searchPage.search.links
      .filter({ has: searchPage.page.locator('mark') })
      .first()
      .click();
    await expect(codePage.heading).toBeVisible();
    expect(new URL(codePage.page.url()).pathname.startsWith(base)).toBe(true);
  });

  test('gives its data', async ({ request }) => {
    for (const address of ['codes.json', 'codes/486.json']) {
      const response = await request.get(address);
      expect(response.status()).toBe(200);
      expect(await response.text()).toContain(`${origin}${base}codes/486/`);
    }
  });

  test('leads from its error page to codes', async ({ errorPage, page, noise }) => {
    noise.expect(/404/);
    await errorPage.visit('486/');
    await errorPage.suggestion.getByRole('link').click();
    await expect(page).toHaveURL(`${origin}${base}codes/486/`);
  });
});

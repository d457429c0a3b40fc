import { addressesOf } from './support/built-site.ts';
import { registry, unregistered } from './support/registry.ts';
import { expect, test } from './support/test.ts';

/** A citation as a reader follows it: the section's anchor in the RFC Editor's HTML edition. */
const sectionOfRfc = (rfc: number | string) =>
  new RegExp(`^https://www\\.rfc-editor\\.org/rfc/rfc${rfc}\\.html#(section|appendix)-[0-9A-Z.]+$`);

test.describe('a registered code', () => {
  for (const { code, reasonPhrase, isDeprecated, rfc } of registry) {
    test(`${code} has a page with the registered phrase ${reasonPhrase}`, async ({ codePage, page }) => {
      await codePage.open(code);
      await expect(codePage.heading).toHaveText(`SIP/2.0 ${code} ${reasonPhrase}`, { useInnerText: true });
      await expect(page).toHaveTitle(new RegExp(`\\b${code} ${reasonPhrase}`));
      await expect(codePage.glanceEntry('Class')).toContainText(`${Math.floor(code / 100)}xx`);
      if (isDeprecated) await expect(codePage.registration).toContainText('Deprecated');
      else await expect(codePage.registration).toHaveCount(0);
      const definitions = await codePage.definingCitations.evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? ''),
      );
      expect(definitions.filter((address) => !sectionOfRfc('\\d+').test(address))).toEqual([]);
      expect(
        definitions.some((address) => sectionOfRfc(rfc).test(address)),
        `RFC ${rfc} is among ${definitions.join(' ')}`,
      ).toBe(true);
    });
  }
});

const registered = new Set(registry.map(({ code }) => code));
const otherCodes = addressesOf('dist')
  .flatMap((address) => address.match(/^codes\/(\d{3})\/$/)?.[1] ?? [])
  .map(Number)
  .filter((code) => !registered.has(code));

test.describe('an unregistered code', () => {
  for (const code of new Set([...unregistered, ...otherCodes])) {
    test(`${code} says at its head that it is not registered`, async ({ codePage }) => {
      await codePage.open(code);
      await expect(codePage.registration).toContainText('Not registered');
      await expect(codePage.registration).toBeInViewport();
    });
  }
});

test.describe('a code’s page', () => {
  test('cites only sections of RFCs at the RFC Editor', async ({ codePage }) => {
    await codePage.open(486);
    const addresses = await codePage.citations.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !sectionOfRfc('\\d+').test(address))).toEqual([]);
  });

  test('leads from a code named in the prose to that code, by its phrase', async ({ codePage, page }) => {
    await codePage.open(486);
    await expect(codePage.codeLink(600)).toHaveText('600 Busy Everywhere');
    await codePage.codeLink(600).click();
    await expect(page).toHaveURL(/\/codes\/600\/$/);
  });

  test('leads to the next code of its class', async ({ codePage, page }) => {
    await codePage.open(486);
    await codePage.nextCode.click();
    await expect(page).toHaveURL(/\/codes\/487\/$/);
  });
});

test('404 and 500 are codes with pages of their own', async ({ codePage }) => {
  for (const [code, phrase] of [
    [404, 'Not Found'],
    [500, 'Server Internal Error'],
  ] as const) {
    const response = await codePage.open(code);
    expect(response?.status()).toBe(200);
    await expect(codePage.heading).toContainText(phrase);
  }
});

test.describe('an address without a page', () => {
  test.beforeEach(({ noise }) => noise.expect(/answered 404/, /console error: Failed to load resource.* 404 /));

  test('answers 404 with the error page, which leads to SIP 404', async ({ errorPage, page }) => {
    const response = await errorPage.visit('nothing/here/');
    expect(response?.status()).toBe(404);
    await expect(errorPage.heading).not.toContainText('SIP/2.0');
    await expect(errorPage.suggestion).toBeHidden();
    await errorPage.linkTo('codes/404/').click();
    await expect(page).toHaveURL(/\/codes\/404\/$/);
  });

  for (const path of ['486', '486/', 'sip/603']) {
    test(`names the code of the three-digit path /${path}, and leads to it`, async ({ errorPage, page }) => {
      await errorPage.visit(path);
      const code = path.match(/\d+/)?.[0] ?? '';
      await expect(errorPage.suggestion).toContainText(code);
      await errorPage.suggestion.getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`/codes/${code}/$`));
    });
  }

  test('leads from the number of no page to what search says of it', async ({ errorPage, searchPage }) => {
    await errorPage.visit('codes/418/');
    await errorPage.suggestion.getByRole('link').click();
    await searchPage.search.settle();
    await expect(searchPage.search.note).toContainText('418 is not registered');
  });

  test('suggests no page for a number that is no code', async ({ errorPage }) => {
    await errorPage.visit('799');
    await expect(errorPage.heading).toBeVisible();
    await expect(errorPage.suggestion).toBeHidden();
  });
});

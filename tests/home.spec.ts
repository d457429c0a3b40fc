import { registry, unregistered } from './support/registry.ts';
import { expect, test } from './support/test.ts';

const allCodes = [...registry.map(({ code }) => code), ...unregistered].sort((a, b) => a - b);

test('the home page lists every code in one table, in order', async ({ homePage }) => {
  await homePage.open();
  await expect(homePage.table).toHaveCount(1);
  const listed = await homePage.codes();
  expect(listed).toEqual([...listed].sort((a, b) => a - b));
  expect(allCodes.filter((code) => !listed.includes(code))).toEqual([]);
});

test('a row of the table tells phrase, meaning, sender and RFC, and leads to the code', async ({ homePage, page }) => {
  await homePage.open();
  for (const { code, reasonPhrase, rfc } of registry) {
    await expect.soft(homePage.rowOf(code)).toContainText(reasonPhrase);
    await expect.soft(homePage.rowOf(code)).toContainText(`RFC ${rfc}`);
  }
  await expect(homePage.rowOf(486)).toContainText('UAS');
  await homePage.rowOf(486).getByRole('link', { name: 'Busy Here' }).click();
  await expect(page).toHaveURL(/\/codes\/486\/$/);
});

for (const code of unregistered) {
  test(`the table says that ${code} is not registered`, async ({ homePage }) => {
    await homePage.open();
    await expect(homePage.rowOf(code)).toContainText('not registered');
  });
}

for (const digit of [1, 2, 3, 4, 5, 6]) {
  test(`the page of class ${digit}xx lists its codes and no others`, async ({ classPage }) => {
    await classPage.open(digit);
    await expect(classPage.heading).toContainText(`${digit}xx`);
    const listed = await classPage.codes();
    expect(allCodes.filter((code) => Math.floor(code / 100) === digit && !listed.includes(code))).toEqual([]);
    expect(listed.filter((code) => Math.floor(code / 100) !== digit)).toEqual([]);
    await expect(classPage.main).toContainText('8.1.3.2');
  });
}

test('each page has a title, a description and its own canonical address', async ({ sitePage, page }) => {
  for (const address of ['', 'codes/486/', 'classes/4xx/', 'about/']) {
    await sitePage.visit(address);
    await expect(page).toHaveTitle(/SIP|About/);
    await expect(sitePage.description).toHaveAttribute('content', /.{40,}/);
    const canonical = await sitePage.canonical.getAttribute('href');
    expect(new URL(canonical ?? '').pathname.endsWith(`/${address}`)).toBe(true);
  }
});

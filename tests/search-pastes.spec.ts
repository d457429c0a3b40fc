import { expect, test } from './support/test.ts';

const message = [
  'SIP/2.0 180 Ringing',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds',
  '',
  'SIP/2.0 503 Service Unavailable',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds',
  'To: Bob <sip:486@example.com>;tag=8321234356',
  'CSeq: 404 INVITE',
  'Retry-After: 120',
  'Content-Length: 0',
  '',
].join('\r\n');

for (const [where, address] of [
  ['the header', 'codes/200/'],
  ['the home page', ''],
  ['the search page', 'search/'],
] as const) {
  test(`a message pasted with its line ends on ${where} leads to its final response`, async ({ sitePage }) => {
    await sitePage.visit(address);
    await sitePage.search.paste(message);
    await sitePage.search.settle();
    expect((await sitePage.search.codes())[0]).toBe(503);
  });
}

test('a message in the address of the search page leads to its final response', async ({ searchPage }) => {
  await searchPage.open(message);
  expect((await searchPage.search.codes())[0]).toBe(503);
});

test('a paste of 200 KB is cut, with a word about it, and its code still found', async ({ codePage, page }) => {
  await codePage.open(200);
  await codePage.search.paste(
    `SIP/2.0 488 Not Acceptable Here\r\n${'X-Padding: 0123456789 abcdefghij\r\n'.repeat(6000)}`,
  );
  await codePage.search.settle();
  expect((await codePage.search.codes())[0]).toBe(488);
  await expect(codePage.search.note).toContainText(/only the first [\d,.]+ characters/i);
  await page.keyboard.press('Escape');
  await expect(codePage.search.results).toBeHidden();
});

test('a long paste in one line is cut as well', async ({ codePage }) => {
  await codePage.open(200);
  await codePage.search.paste(`SIP/2.0 488 Not Acceptable Here ${'one more word '.repeat(15_000)}`);
  await codePage.search.settle();
  expect((await codePage.search.codes())[0]).toBe(488);
  await expect(codePage.search.note).toContainText(/only the first [\d,.]+ characters/i);
});

const strange: [name: string, text: string][] = [
  ['HTML', '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script><b>486</b>'],
  ['an emoji', '📞🔥 486 👩‍👩‍👧‍👦'],
  ['right-to-left text', '\u202e486 مشغول הקו תפוס\u202c 486'],
  ['NUL', '\u0000486\u0000 busy\u0000'],
  ['lone surrogates', '\ud83d 486 \udcde'],
  ['combining marks', `4̷8̷6̷ Z${'͑'.repeat(300)}algo 486`],
  ['a regular expression', '(486|.*)+[$^\\'],
  ['a template', '{{alert(1)}} #{486} <%= 486 %> %s %00 486'],
];

for (const [name, text] of strange) {
  test(`${name} in a query does no harm`, async ({ codePage, page }) => {
    await codePage.open(200);
    const title = await page.title();
    await codePage.search.paste(text);
    await codePage.search.settle();
    expect(await codePage.search.codes()).toContain(486);
    expect(await page.title()).toBe(title);
    await expect(codePage.search.results.locator('img, script, iframe')).toHaveCount(0);
    await codePage.search.ask('487');
    expect((await codePage.search.codes())[0]).toBe(487);
  });

  test(`${name} in the address of the search page does no harm`, async ({ searchPage, page }) => {
    await searchPage.open(text.toWellFormed());
    expect(await searchPage.search.codes()).toContain(486);
    expect(await page.title()).not.toBe('broken');
  });
}

test('a broken escape in the address does no harm', async ({ searchPage }) => {
  await searchPage.visit('search/?q=486%E0%A4%A');
  await searchPage.search.settle();
  await searchPage.search.ask('487');
  expect((await searchPage.search.codes())[0]).toBe(487);
});

test('an empty query shows nothing and says nothing', async ({ codePage }) => {
  await codePage.open(200);
  await codePage.search.ask('486');
  await codePage.search.field.fill('');
  await expect(codePage.search.results).toBeHidden();
  await expect(codePage.search.links).toHaveCount(0);
  await expect(codePage.search.note).toHaveText('');
});

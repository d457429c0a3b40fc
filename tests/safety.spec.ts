/** The policy as a browser applies it, and every request that a page makes. */
import { addressesOf, portionsOf, wholeReference } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(async ({ sitePage }) => sitePage.watchPolicy());

for (const { name, addresses } of portionsOf([...addressesOf('dist'), wholeReference], 40)) {
  test(`nothing breaks the policy or asks another site on ${name}`, async ({ sitePage, page, baseURL }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url());
    });
    for (const address of addresses) {
      await sitePage.visit(address);
      expect.soft(await sitePage.policyViolations(), `/${address}`).toEqual([]);
    }
    expect(elsewhere).toEqual([]);
  });
}

test('search with all its parts keeps the policy', async ({ codePage }) => {
  await codePage.open(486);
  await codePage.search.ask('wrong password');
  await expect(codePage.search.marked.first()).toBeVisible();
  expect(await codePage.policyViolations()).toEqual([]);
});

test('what would break the policy is refused, and heard', async ({ codePage, noise }) => {
  noise.expect(/Content Security Policy/, /example\.com/);
  await codePage.open(486);
  await codePage.plant(
    '<img src="https://example.com/spy.png"><p style="color: red" onclick="1">styled</p><iframe src="https://example.com/"></iframe>',
  );
  await expect
    .poll(() => codePage.policyViolations())
    .toEqual(expect.arrayContaining(['img-src https://example.com/spy.png', 'style-src-attr inline']));
  expect(await codePage.policyViolations()).toContainEqual(
    expect.stringMatching(/^frame-src https:\/\/example\.com\/?$/),
  );
});

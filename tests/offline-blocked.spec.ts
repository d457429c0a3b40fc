import { expect, test } from './support/test.ts';

// The configuration blocks service workers: the site is read as in a browser that does.
test('a browser that blocks service workers reads and searches online', async ({ codePage }) => {
  await codePage.open(486);
  await codePage.search.ask('Retry-After');
  expect((await codePage.search.codes()).length).toBeGreaterThan(0);
  await expect(codePage.offlineState).toBeEmpty();
});

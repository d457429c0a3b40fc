import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf, pagesOf } from '../support/built-site.ts';
import { linkFaultsOf } from '../support/links.ts';

const base = `${(process.env['BASE_PATH'] ?? '').replace(/\/$/, '')}/`;
const site = { origin: new URL(process.env['SITE_URL'] ?? 'http://localhost:4321').origin, base };

test('every link and fragment of the built site leads somewhere', () => {
  assert.deepEqual(linkFaultsOf(pagesOf('dist'), filesOf('dist'), site), []);
});

test('the check of links names the page, the link and the fragments that there are', () => {
  const pages = [
    {
      address: 'codes/486/',
      html: '<h2 id="meaning">M</h2><a href="/codes/599/">1</a><a href="#causes">2</a><a href="../487/#sources">3</a><a href="/codes/487">4</a>',
    },
    {
      address: 'codes/487/',
      html: '<h2 id="meaning">M</h2><h2 id="sources">S</h2><a href="https://example.com/x">5</a><script>"<a href=/no/>"</script><img src="/no.png">',
    },
  ];
  const files = ['codes/486/index.html', 'codes/487/index.html'];
  assert.deepEqual(linkFaultsOf(pages, files, { origin: 'http://localhost:4321', base: '/' }), [
    '/codes/486/: the link “/codes/599/” leads to no file of the site.',
    '/codes/486/: the link “#causes” leads to no place on that page; its fragments are #meaning.',
    '/codes/486/: the link “/codes/487” leads to no file of the site.',
    '/codes/487/: the link “/no.png” leads to no file of the site.',
  ]);
  assert.deepEqual(
    linkFaultsOf([{ address: '', html: '<a href="/about/">x</a>' }], ['index.html'], {
      origin: 'http://localhost:4321',
      base: '/docs/sip/',
    }),
    ['/: the link “/about/” leads out of /docs/sip/; make it with src/lib/paths.ts.'],
  );
});

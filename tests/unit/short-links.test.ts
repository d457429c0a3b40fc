import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortLinksOf } from '../../src/lib/short-links.ts';

const codes = [
  { code: 404, reasonPhrase: 'Not Found' },
  { code: 406, reasonPhrase: 'Not Acceptable' },
  { code: 477, reasonPhrase: 'Search' },
  { code: 478, reasonPhrase: 'Search' },
  { code: 481, reasonPhrase: 'Call/Transaction Does Not Exist' },
  { code: 490, reasonPhrase: 'About' },
  { code: 606, reasonPhrase: 'Not Acceptable' },
];
const linksOf = (comparisons: string[]) => shortLinksOf({ codes, comparisons, taken: ['about', 'codes'] });

test('a code has its number, with and without "sip"', () => {
  const links = linksOf([]);
  assert.equal(links['/404'], '/codes/404/');
  assert.equal(links['/sip/404'], '/codes/404/');
});

test('a phrase becomes lower-case words joined by hyphens', () => {
  const links = linksOf([]);
  assert.equal(links['/not-found'], '/codes/404/');
  assert.equal(links['/call-transaction-does-not-exist'], '/codes/481/');
});

test('a phrase of two codes, and one that is a name of the site already, get none', () => {
  const links = linksOf([]);
  assert.equal(links['/not-acceptable'], undefined);
  assert.equal(links['/search'], undefined);
  assert.equal(links['/about'], undefined);
});

test('a comparison is found with its codes in either order', () => {
  const links = linksOf(['480-486']);
  assert.equal(links['/480-vs-486'], '/compare/480-486/');
  assert.equal(links['/486-vs-480'], '/compare/480-486/');
});

test('two codes of a comparison of three lead to it', () => {
  const links = linksOf(['401-403-407']);
  assert.equal(links['/401-vs-403-vs-407'], '/compare/401-403-407/');
  assert.equal(links['/407-vs-401'], '/compare/401-403-407/');
});

test('two codes that have a comparison of their own lead there, and not to one of three', () => {
  const links = linksOf(['403-603', '403-603-607', '603-607-608']);
  assert.equal(links['/403-vs-603'], '/compare/403-603/');
  assert.equal(links['/603-vs-607'], undefined, 'two comparisons of three have both codes');
  assert.equal(links['/607-vs-608'], '/compare/603-607-608/');
});

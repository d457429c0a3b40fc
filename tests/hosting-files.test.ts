import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerRulesOf, isMatch } from '../src/build/header-rules.ts';
import { caddyPart, headersFile, nginxPart, redirectsFile } from '../src/build/host-files.ts';

const policy = "default-src 'none'";
const paths = [
  'index.html',
  '404.html',
  'assets/site.1.js',
  'codes.json',
  'codes/486.json',
  'codes/486/index.html',
  'codes/more/one.json',
  'pagefind/files.json',
  'pagefind/fragment/en_1.pf_fragment',
  'search-index/codes.json',
];
const rules = headerRulesOf(paths, policy);
const rulesFor = (address: string, name: string) =>
  rules.filter((rule) => isMatch(rule.path, address) && rule.headers[name] !== undefined);

test('no address gets a header twice: hosts would send both values', () => {
  for (const path of paths) {
    for (const name of new Set(rules.flatMap(({ headers }) => Object.keys(headers)))) {
      assert.ok(rulesFor(`/${path}`, name).length <= 1, `${name} for ${path}`);
    }
  }
});

test("data is for other sites' pages, and the files of search are not", () => {
  const isOpen = (address: string) => rulesFor(address, 'Access-Control-Allow-Origin').length === 1;
  assert.ok(isOpen('/codes.json') && isOpen('/codes/486.json') && isOpen('/codes/more/one.json'));
  assert.ok(!isOpen('/pagefind/files.json') && !isOpen('/search-index/codes.json') && !isOpen('/codes/486/'));
});

test("a site below a path has that path in every host's rules", () => {
  const links = { '/486': '/codes/486/' };
  assert.match(headersFile(rules, '/docs/sip'), /^\/docs\/sip\/assets\/\*$/m);
  assert.match(redirectsFile(links, paths, '/docs/sip'), /^\/docs\/sip\/486 \/docs\/sip\/codes\/486\/ 301$/m);
  assert.match(redirectsFile(links, paths, '/docs/sip'), /^\/docs\/sip\/404\.html \/docs\/sip\/404 200$/m);
  assert.match(nginxPart(rules, links, '/docs/sip'), /"\/docs\/sip\/486" "\/docs\/sip\/codes\/486\/";/);
  assert.match(caddyPart(rules, links, '/docs/sip'), /\/docs\/sip\/486\/ \/docs\/sip\/codes\/486\/$/m);
});

test('headers that Cloudflare Pages would drop stop the build', () => {
  const many = headerRulesOf(
    Array.from({ length: 100 }, (_, at) => `data/${at}/a.json`),
    policy,
  );
  assert.throws(() => headersFile(many, ''), /_headers would have 105 rules/);
  const long = headerRulesOf(paths, `style-src ${"'sha256-…' ".repeat(300)}`);
  assert.throws(
    () => headersFile(long, ''),
    /_headers would have the line " {2}Content-Security-Policy: .*fewer inline styles/,
  );
});

test('of too many short links those with a slash are left out, and the file says so', () => {
  const links = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`/${at}`, '/codes/486/']));
  const file = redirectsFile(links, [], '');
  assert.equal(file.match(/^\//gm)?.length, 2000);
  assert.match(file, /^\/1499 /m);
  assert.match(file, /^# Left out: 1000 more/m);
});

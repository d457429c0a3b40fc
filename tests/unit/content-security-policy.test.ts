/** Google's evaluator, which knows the ways round a policy, reads the one that is sent; browser tests see it kept. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { pagesOf } from '../support/built-site.ts';

/** What the evaluator holds against a policy, as "directive value". */
const weaknessesOf = (policy: string): string[] =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .map(({ directive, value }) => `${directive} ${value ?? ''}`.trim());

const sent = readFileSync('dist/_headers', 'utf8').match(/^ {2}Content-Security-Policy: (.+)$/m)?.[1] ?? '';
const inPages = pagesOf('dist').map(({ address, html }) => ({
  address,
  policies: [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/g)].map(([, text]) => text),
  before: html.slice(0, html.indexOf('http-equiv="Content-Security-Policy"')),
}));

/**
 * The evaluator warns of 'self' where a host serves files that its users bring, JSONP or AngularJS: this site has none.
 */
const accepted = ["script-src 'self'"];

test('the evaluator finds nothing in the policy that is sent, but what is accepted with a reason', () => {
  assert.deepEqual(weaknessesOf(sent), accepted);
});

test('the evaluator finds what is loosened', () => {
  const loosened = [
    sent.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'"),
    sent.replace("'wasm-unsafe-eval'", 'https:'),
    sent.replace("default-src 'none'; ", '').replace("base-uri 'none'; ", ''),
  ];
  for (const policy of loosened) assert.notDeepEqual(weaknessesOf(policy), accepted, policy);
});

test('every page carries the policy that is sent, before anything that it governs', () => {
  assert.ok(inPages.length > 200);
  // A page can't forbid to be framed; only the header can.
  const expected = sent.replace("; frame-ancestors 'none'", '');
  for (const { address, policies, before } of inPages) {
    assert.deepEqual(policies, [expected], `/${address}`);
    assert.doesNotMatch(before, /<(?:script|style|link|img)/, `/${address}`);
  }
});

test('the policy allows nothing unsafe and nothing of others', () => {
  assert.doesNotMatch(sent, /'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|https?:|data:|blob:|\*/);
  assert.match(sent, /frame-ancestors 'none'/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConfigData, HtmlValidate, type RuleConfig, StaticConfigLoader } from 'html-validate';
import { pagesOf, readJson, wholeReference } from '../support/built-site.ts';

interface Settings {
  /** Why a rule is turned off or set otherwise. */
  reasons: Record<string, string>;
  config: ConfigData;
  /** What is set otherwise for the one file that holds every page. */
  wholeReference: RuleConfig;
}

const { reasons, config, wholeReference: otherRules } = readJson<Settings>('.config/htmlvalidate.json');
const validator = new HtmlValidate(new StaticConfigLoader(config));
const validatorOfAll = new HtmlValidate(
  new StaticConfigLoader({ ...config, rules: { ...config.rules, ...otherRules } }),
);

/** What is invalid on a page: "/page:line:column: rule: message". */
const faultsOf = (html: string, name: string): string[] =>
  (name === wholeReference ? validatorOfAll : validator)
    .validateStringSync(html, name)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line, column, message }) => `/${name}:${line}:${column}: ${ruleId}: ${message}`),
    );

test('every page of the built site is valid HTML', () => {
  assert.deepEqual(
    pagesOf('dist').flatMap(({ address, html }) => faultsOf(html, address)),
    [],
  );
});

test('every rule that is set otherwise has its reason', () => {
  assert.deepEqual(Object.keys(reasons).sort(), Object.keys({ ...config.rules, ...otherRules }).sort());
});

test('invalid HTML is found', () => {
  const faults = faultsOf(
    '<!doctype html><html lang="en"><head><title>x</title></head><body><p><pre id="a"></pre><i id="a"></i></p></body></html>',
    'x',
  ).join('\n');
  for (const rule of ['no-dup-id', 'no-implicit-close', 'close-order']) assert.match(faults, new RegExp(rule));
});

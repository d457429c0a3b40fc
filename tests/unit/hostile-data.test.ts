/** Text that attacks a format comes out of every data file as the same text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdownToHtml, markdownToMdast } from 'satteri';
import { causeRecordOf } from '../../src/lib/cause-record.ts';
import { codesCsvOf } from '../../src/lib/code-columns.ts';
import { recordOf } from '../../src/lib/code-record.ts';
import { csvCellOf, csvOf } from '../../src/lib/csv.ts';
import { feedOf } from '../../src/lib/feed.ts';
import { markdownOf } from '../../src/lib/markdown/code-page.ts';
import { llmsFullTextOf, llmsTextOf } from '../../src/lib/markdown/llms.ts';
import { atBlockStart, codeSpanOf, fencedBlockOf, linkOf, markdownTextOf } from '../../src/lib/markdown/text.ts';
import { plainTextOf } from '../../src/lib/plain-text.ts';
import { definedTermOf, scriptJsonOf } from '../../src/lib/structured-data.ts';
import { assertWellFormed, csvRowsOf } from '../support/data-formats.ts';
import { attacks, plantedReference } from '../support/planted.ts';

const site = new URL('https://sip.example.org/');
const everything = [...attacks, attacks.join(' '), attacks.join('\n\n')];
const planted = (text: string) => {
  const reference = plantedReference(text);
  const [status] = reference.codes;
  const [cause] = reference.causes;
  assert.ok(status && cause);
  return { reference, status, cause };
};

/** Fails where a text, shown as HTML, has an element, an attribute or an address that the site didn't make. */
function assertHarmless(markdown: string, text: string): void {
  const { html } = markdownToHtml(markdown);
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-zA-Z!?][^\s/>]*)[^>]*>?/g)) {
    assert.match(
      name,
      /^(?:p|h[1-6]|ul|ol|li|strong|em|code|pre|a|blockquote|hr|del|table|thead|tbody|tr|t[hd])$/,
      `${tag} from ${text}`,
    );
    for (const [, attribute = '', value = ''] of tag.matchAll(/\s([\w-]+)\s*=\s*"?([^"\s>]*)/g)) {
      assert.match(attribute, /^(?:href|class|start|id|align|style)$/, `${tag} from ${text}`);
      if (attribute === 'href') assert.match(value, /^(?:https?:\/\/|mailto:)/, `${tag} from ${text}`);
    }
  }
}

test('Markdown and llms texts show hostile text as text', () => {
  for (const text of everything) {
    const { reference, status } = planted(text);
    // The body is its author's Markdown, where a link or a fence is meant; elements and scripts are not.
    const body = /\]\(|\]:|~~~/.test(text) ? 'Plain.' : text;
    const page = { ...status, entry: { ...status.entry, body: `## Meaning\n\n${body}` } };
    assertHarmless(markdownOf(page, reference, site), text);
    assertHarmless(llmsTextOf(reference, site), text);
    assertHarmless(llmsFullTextOf({ ...reference, codes: [page] }, site), text);
  }
});

test('the table has hostile text in its cell, and no cell that a spreadsheet runs', () => {
  for (const text of everything) {
    const { status } = planted(text);
    const record = recordOf(status, site);
    const [header = [], row = [], ...more] = csvRowsOf(codesCsvOf([record]));
    assert.deepEqual([row.length, more], [header.length, []]);
    for (const cell of row) assert.doesNotMatch(cell, /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u, text);
    assert.equal(row[header.indexOf('summary')]?.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/u, ''), plainTextOf(text));
  }
});

test('any rows come back from the table as they were, but for the apostrophes', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'",\r\n\t =+-@\'aé;') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (rows) => {
      const guarded = rows.map((row) =>
        row.map((text) =>
          csvCellOf(text).replace(/^"/, '').startsWith("'") && !text.startsWith("'") ? `'${text}` : text,
        ),
      );
      assert.deepEqual(csvRowsOf(csvOf(rows)), guarded);
    }),
  );
  assert.equal(csvCellOf(-1), '-1');
});

const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const decoded = (xml: string) => xml.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => named[entity] ?? entity);

test('the feed stays well formed and says the text', () => {
  for (const text of everything) {
    const { status } = planted(text);
    const feed = feedOf([status], site).join('\n');
    assertWellFormed(`<?xml version="1.0" encoding="UTF-8"?>\n${feed}\n`);
    const [, content = ''] = feed.match(/<content type="text">([^<]*)<\/content>/) ?? [];
    assert.equal(decoded(content), plainTextOf(text).replace(/[\0\b\ufffe]/g, ''));
    for (const sign of '\u0000\u0008\ufffe') assert.ok(!feed.includes(sign));
  }
});

test('JSON-LD has no sign that ends its script, and the same text', () => {
  for (const text of everything) {
    const { status } = planted(text);
    const json = scriptJsonOf(definedTermOf(status, site));
    assert.doesNotMatch(json, /[<>&\u2028\u2029]/u);
    assert.equal((JSON.parse(json) as { description: string }).description, text);
  }
});

test('JSON has hostile text as a string, and constants of stacks literally', () => {
  for (const text of everything) {
    const record = causeRecordOf(planted(text).cause, site);
    assert.equal(record.meaning, plainTextOf(text));
    assert.equal(record.stacks[0]?.value, text);
    assert.ok(URL.canParse(record.stacks[0]?.source ?? ''));
  }
});

interface MarkdownNode {
  type: string;
  value?: string;
  url?: string;
  children?: MarkdownNode[];
}
const parsed = (markdown: string) => markdownToMdast(markdown) as unknown as MarkdownNode;
const textOf = ({ value, children = [] }: MarkdownNode): string => value ?? children.map(textOf).join('');
const oneLine = (text: string) => text.replace(/\s+/gu, ' ');
const signs = [...'\\`*_{}[]()#+-.!|~<>&;:=/"\'$^ \t\n09aé😀'];
const words = [
  'www.',
  'https://x.y',
  'a@b.c',
  '&amp;',
  '&#60;',
  '<script>',
  '![',
  '](',
  '<!--',
  '***',
  '---',
  '```',
  '1. ',
  '[x]: ',
  '[^1]',
];
const wild = fc.string({ unit: fc.constantFrom(...signs, ...words), maxLength: 14 });

test('any text comes out of Markdown as it went in: in a paragraph, a code span, a fence, an address', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const paragraph = parsed(atBlockStart(markdownTextOf(text)));
      assert.equal(textOf(paragraph).trim(), oneLine(text).trim());
      for (const child of paragraph.children ?? []) {
        assert.equal(child.type, 'paragraph');
        // A bare address may become a link by GFM; it says where it leads.
        for (const inline of child.children ?? [])
          if (inline.type !== 'text') assert.ok(inline.url?.endsWith(textOf(inline)), inline.type);
      }
      const [span] = parsed(`a ${codeSpanOf(text)}`).children ?? [];
      if (text.trim() !== '') assert.equal(span?.children?.[1]?.value, oneLine(text));
      const [fence, end] = parsed(`${fencedBlockOf(text)}\n\nend`).children ?? [];
      assert.deepEqual([fence?.type, fence?.value, end && textOf(end)], ['code', text.replace(/\s+$/, ''), 'end']);
      const [linked] =
        parsed(`a ${linkOf(`x${markdownTextOf(text)}`, `https://example.org/${text}`)} b`).children ?? [];
      assert.deepEqual(
        linked?.children?.map(({ type }) => type),
        ['text', 'link', 'text'],
      );
    }),
    { numRuns: 2000 },
  );
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { citationLabelOf, citationUrlOf } from '../../src/lib/citation.ts';
import { inlineTokensOf } from '../../src/lib/inline-references.ts';
import { plainTextOf } from '../../src/lib/plain-text.ts';

describe('a reference in prose', () => {
  test('names a code in brackets', () => {
    assert.deepEqual(inlineTokensOf('see [486] here'), [
      { is: 'text', text: 'see ' },
      { is: 'code', code: 486 },
      { is: 'text', text: ' here' },
    ]);
  });

  test('cites a section, an appendix, and a part of a section', () => {
    assert.deepEqual(inlineTokensOf('[RFC 3261, 16.7 step 6][RFC 3261, A][RFC 5057, 5.1]'), [
      { is: 'citation', rfc: 3261, section: '16.7', part: 'step 6' },
      { is: 'citation', rfc: 3261, section: 'A' },
      { is: 'citation', rfc: 5057, section: '5.1' },
    ]);
  });

  test('is literal in backticks', () => {
    assert.deepEqual(inlineTokensOf('`[486]` and `Retry-After`'), [
      { is: 'literal', text: '[486]' },
      { is: 'text', text: ' and ' },
      { is: 'literal', text: 'Retry-After' },
    ]);
  });

  for (const text of [
    '[4866]',
    '[48]',
    '[786]',
    '[086]',
    '[486](/codes/486/)',
    '[RFC 3261]',
    '[RFC 3261 16.7]',
    '[RFC x, 1]',
    '[]',
    '`',
  ]) {
    test(`is not ${text}`, () => assert.deepEqual(inlineTokensOf(text), [{ is: 'text', text }]));
  }
});

test('no text is lost or doubled, whatever it holds', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('[486]', '`x`', '[RFC 3261, 16.7]', '[RFC 3261, 16.7 step 6]', '[', ']', '`'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const prose = pieces.join('');
      const written = inlineTokensOf(prose)
        .map((token) => {
          if (token.is === 'text') return token.text;
          if (token.is === 'literal') return `\`${token.text}\``;
          if (token.is === 'code') return `[${token.code}]`;
          return `[RFC ${token.rfc}, ${token.section}${token.part === undefined ? '' : ` ${token.part}`}]`;
        })
        .join('');
      assert.equal(written.replace(/RFC 0+(?=\d)/g, 'RFC '), prose.replace(/RFC 0+(?=\d)/g, 'RFC '));
    }),
  );
});

test('plain text keeps the words and drops the grammar', () => {
  assert.equal(
    plainTextOf('Not [600], see [RFC 3261, 16.7 step 6] and `Reason`.'),
    'Not 600, see (RFC 3261 §16.7, step 6) and Reason.',
  );
});

test('a citation leads to its section at the RFC Editor, an appendix to the appendix', () => {
  assert.equal(
    citationUrlOf({ rfc: 3261, section: '21.4.24' }),
    'https://www.rfc-editor.org/rfc/rfc3261.html#section-21.4.24',
  );
  assert.equal(citationUrlOf({ rfc: 3261, section: 'A' }), 'https://www.rfc-editor.org/rfc/rfc3261.html#appendix-A');
  assert.equal(citationLabelOf({ rfc: 3261, section: 'A' }), 'RFC 3261 appendix A');
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editsBetween, nearestWord } from '../../src/lib/search/nearest-word.ts';

describe('edits between words', () => {
  const pairs: [one: string, other: string, edits: number][] = [
    ['busy', 'busy', 0],
    ['busy', 'bussy', 1],
    ['busy', 'bsuy', 1],
    ['busy', 'buzy', 1],
    ['verion', 'version', 1],
    ['tempararily', 'temporarily', 1],
    ['busy', 'here', 3],
  ];
  for (const [one, other, edits] of pairs) {
    test(`${one} and ${other} are ${edits} apart, or more than 2`, () => {
      assert.equal(editsBetween(one, other, 2), edits);
      assert.equal(editsBetween(other, one, 2), edits);
    });
  }
});

describe('the nearest word', () => {
  const vocabulary = new Set(['busy', 'version', 'unavailable', 'transaction', 'gone', 'done', 'user']);
  const typed: [word: string, meant: string][] = [
    ['verion', 'version'],
    ['unavialable', 'unavailable'],
    ['transacton', 'transaction'],
    ['gonne', 'gone'],
    ['usr', 'usr'],
    ['486', '486'],
    ['telephone', 'telephone'],
    ['version', 'version'],
  ];
  for (const [word, meant] of typed) {
    test(`to “${word}” is “${meant}”`, () => assert.equal(nearestWord(word, vocabulary), meant));
  }
});

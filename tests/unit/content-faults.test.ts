import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { checkContentOf } from '../support/content-check.ts';
import { plantedFaults, plantedJoinFaults } from '../support/planted-faults.ts';
import { ProjectCopy } from '../support/project-copy.ts';

const copy = new ProjectCopy({ contentOnly: true });
after(() => copy.delete());

test('the content as it is has no fault', () => {
  assert.deepEqual(checkContentOf(copy), { exitCode: 0, output: '' });
});

describe('the check of content names file, field, what is wrong and what to do for', () => {
  for (const { name, plant, touches, says } of [...plantedFaults, ...plantedJoinFaults]) {
    test(name, () => {
      plant(copy);
      const { exitCode, output } = checkContentOf(copy);
      for (const path of touches) copy.restore(path);
      assert.equal(exitCode, 1, `the check passes ${name}`);
      const lines = output.trim().split('\n').slice(1);
      assert.equal(lines.length, says.length, output);
      for (const expected of says)
        assert.ok(
          lines.some((line) => expected.test(line)),
          `${expected} is not in:\n${output}`,
        );
    });
  }
});

test('the check of content names all offenders at once', () => {
  const touched = new Set<string>();
  const all: RegExp[] = [];
  for (const { plant, touches, says } of plantedFaults) {
    // A file takes one fault here, so that none hides another; a folder would hide many.
    if (touches.some((path) => touched.has(path) || !/\.\w+$/.test(path))) continue;
    plant(copy);
    for (const path of touches) touched.add(path);
    all.push(...says);
  }
  const { output } = checkContentOf(copy);
  for (const path of touched) copy.restore(path);
  assert.ok(touched.size > 5);
  assert.match(output, new RegExp(`content/ has ${all.length} faults`));
  for (const expected of all) assert.match(output, new RegExp(expected, 'm'));
  assert.equal(checkContentOf(copy).exitCode, 0, 'the copy is whole again');
});

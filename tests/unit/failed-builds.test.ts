import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { filesOf } from '../support/built-site.ts';
import { type PlantedFault, plantedFaults } from '../support/planted-faults.ts';
import { ProjectCopy } from '../support/project-copy.ts';

const copy = new ProjectCopy();
copy.write('dist/index.html', 'the site as it was');
after(() => copy.delete());

const planted = (name: string): PlantedFault => {
  const fault = plantedFaults.find((candidate) => candidate.name === name);
  if (!fault) throw new Error(`No planted fault is called “${name}”.`);
  return fault;
};

const faults: PlantedFault[] = [
  planted('a misspelt key'),
  planted('a look-alike without a page'),
  planted('a .md instead of .mdx'),
  planted('an element in the prose'),
  planted('a class without its file'),
  // What the check of content/ can't see: a page that fails while it is rendered, after others are written.
  {
    name: 'a page that can’t be rendered',
    touches: ['src/pages/404.astro'],
    plant: (project) => project.change('src/pages/404.astro', /^---\n/, "---\nthrow new Error('No such page.');\n"),
    says: [/No such page\./, /The build failed; dist\/ is as it was\./],
  },
  {
    name: 'a module that is not there',
    touches: ['src/pages/robots.txt.ts'],
    plant: (project) => project.change('src/pages/robots.txt.ts', /^/, "import './not-there.ts';\n"),
    says: [/not-there\.ts/, /The build failed; dist\/ is as it was\./],
  },
];

describe('the build stops and leaves dist/ as it was at', () => {
  for (const { name, plant, touches, says } of faults) {
    test(name, async () => {
      plant(copy);
      const { exitCode, output } = await copy.build();
      for (const path of touches) copy.restore(path);
      assert.equal(exitCode, 1, output);
      for (const expected of says) assert.match(output, new RegExp(expected, 'm'));
      assert.deepEqual(filesOf(join(copy.folder, 'dist')), ['index.html']);
      assert.equal(copy.read('dist/index.html'), 'the site as it was');
      assert.ok(!existsSync(join(copy.folder, '.astro/building')), 'no half-built site is left');
    });
  }
});

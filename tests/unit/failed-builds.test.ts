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

/** Faults that only a build meets: what can't be rendered, and classes, which are read by Astro alone. */
const faults: PlantedFault[] = [
  planted('a misspelt key'),
  planted('a look-alike without a page'),
  planted('a .md instead of .mdx'),
  {
    name: 'a component in the prose that nobody knows',
    touches: ['content/codes/608.mdx'],
    plant: (project) =>
      project.change(
        'content/codes/608.mdx',
        /\n## When it is sent\n/,
        '\n<NoSuchComponent />\n\n## When it is sent\n',
      ),
    says: [/NoSuchComponent/],
  },
  {
    name: 'prose that is no MDX',
    touches: ['content/codes/607.mdx'],
    plant: (project) =>
      project.change('content/codes/607.mdx', /\n## When it is sent\n/, '\n<b {\n\n## When it is sent\n'),
    says: [/607\.mdx/],
  },
  {
    name: 'an unknown key of a class',
    touches: ['content/classes/4xx.mdx'],
    plant: (project) => project.change('content/classes/4xx.mdx', /^summary: /m, 'severity: high\nsummary: '),
    says: [/4xx[\s\S]*severity/],
  },
  {
    name: 'a class without its file',
    touches: ['content/classes/6xx.mdx'],
    plant: (project) => project.remove('content/classes/6xx.mdx'),
    says: [/content\/classes\/6xx\.mdx is missing; each of the six classes has its file/],
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

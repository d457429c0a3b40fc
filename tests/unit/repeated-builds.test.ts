import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesOf } from '../support/built-site.ts';
import { ProjectCopy } from '../support/project-copy.ts';

// Another folder, zone, language and depth than those of dist/.
const copy = new ProjectCopy({ name: 'ein anderer Ordner/Ä' });
after(() => copy.delete());

test('a build in another folder, time zone and language is the same as dist/, byte for byte', async () => {
  const { exitCode, output } = await copy.build({ TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  assert.equal(exitCode, 0, output);
  const built = join(copy.folder, 'dist');
  assert.deepEqual(filesOf(built), filesOf('dist'), 'the files have the same names; if not, is dist/ up to date?');
  const different = filesOf('dist').filter(
    (file) => !readFileSync(join(built, file)).equals(readFileSync(join('dist', file))),
  );
  assert.deepEqual(different, [], 'the files hold the same; if not, is dist/ up to date?');
});

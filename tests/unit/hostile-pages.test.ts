/** Text that attacks HTML, wherever an author writes freely, comes out of a built site's pages as text. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { filesOf } from '../support/built-site.ts';
import { ProjectCopy } from '../support/project-copy.ts';

const attack = `<img src=x onerror=planted()>"'&amp;</script><!--]]>`;
const texts: Record<string, string[]> = {
  'content/codes/606.mdx': ['reasonPhrase', 'summary', 'advice', 'difference', 'cause', 'proof', 'fix', 'see', 'means'],
  'content/classes/6xx.mdx': ['name', 'summary', 'effect', 'rule'],
  'content/stacks/sngrep.yaml': ['name', 'about'],
  'content/symptoms/queue.yaml': ['title', 'summary', 'see', 'means', 'act'],
  'content/comparisons/405-501.yaml': ['difference', 'when', 'inPractice'],
  'content/causes/17.yaml': ['name', 'meaning', 'note'],
  'content/header-fields/Allow.yaml': ['reads'],
};

const copy = new ProjectCopy();
after(() => copy.delete());

/** A page without the values of its attributes, in which signs of elements may stand. */
const withoutAttributes = (html: string) => html.replace(/=(?:"[^"]*"|'[^']*')/g, '');

test('no page has an element or a script that a text brought', async () => {
  for (const [path, keys] of Object.entries(texts)) {
    for (const key of keys) {
      copy.change(path, new RegExp(`(?<=^\\s*(?:- )?${key}: ).*$`, 'm'), JSON.stringify(attack));
    }
  }
  copy.change('content/flows/606.flow', /^title: .*$/m, `title: ${attack}`);
  copy.change('content/flows/606.flow', /^SIP\/2\.0 606 .*$/gm, `SIP/2.0 606 ${attack}`);
  const { exitCode, output } = await copy.build();
  assert.equal(exitCode, 0, output);
  const pages = filesOf(join(copy.folder, 'dist')).filter((path) => path.endsWith('.html'));
  const bearing = pages.filter((path) => {
    const html = copy.read(join('dist', path));
    assert.doesNotMatch(withoutAttributes(html), /<img src=x|<!--\]\]>/, path);
    return html.includes('&lt;img src=x onerror=planted()');
  });
  assert.ok(bearing.length > 10, `The text stands on ${bearing.length} pages only.`);
});

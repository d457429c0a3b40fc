import type { Block, PageText } from './page-texts.ts';

/** Text that Markdown, MDX and Vue templates all leave as it is. */
const escaped = (text: string) =>
  text
    .replace(/[&<>{}]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_[\]|#~$:]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');

function markdownOfBlock({ is, text, level = 2 }: Block): string {
  if (is === 'heading') return `${'#'.repeat(level)} ${escaped(text)}`;
  if (is === 'code') return `\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``;
  return escaped(text);
}

/** A page as Markdown with its title in the front matter and, where the generator wants it, as a heading too. */
export function markdownOf({ title, blocks }: PageText, hasOwnHeading: boolean): string {
  return [
    `---\ntitle: ${JSON.stringify(title)}\n---`,
    ...(hasOwnHeading ? [`# ${escaped(title)}`] : []),
    ...blocks.map(markdownOfBlock),
    '',
  ].join('\n\n');
}

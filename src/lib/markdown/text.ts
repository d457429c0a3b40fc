/** Plain text as Markdown (CommonMark and GFM): whatever stands in it comes out as the same text, on one line. */
export const markdownTextOf = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    // Between letters an underscore means nothing; `call_max_calls` stays readable.
    .replace(/[\\*[\]<`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|[#!](?=\s*$)/gu, '\\$&')
    // GFM may make a link of a bare address, with the escapes in it: its first sign stops that.
    .replace(/(?<=www)\.|(?<=https?|ftp):/giu, '\\$&');

/** Markdown that begins a block: what would make a heading, a quote or a list of it is escaped. */
export const atBlockStart = (markdown: string): string =>
  markdown
    .trim()
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=[\s-]|$)|=)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

const longestRunOf = (text: string) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** Literal text as a code span, on one line. */
export function codeSpanOf(text: string): string {
  const literal = text.replace(/\s+/gu, ' ');
  const fence = '`'.repeat(longestRunOf(literal) + 1);
  const pad = /^[` ]|[` ]$/.test(literal) ? ' ' : '';
  return `${fence}${pad}${literal}${pad}${fence}`;
}

/** Literal text as a fenced block that nothing in it can end. */
export function fencedBlockOf(text: string, language = 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRunOf(text) + 1));
  return `${fence}${language}\n${text.replace(/\r\n?/g, '\n').replace(/\s+$/, '')}\n${fence}`;
}

/** A link; the label is Markdown already, the address anything. */
export const linkOf = (label: string, url: string): string =>
  `[${label}](${url.replace(/[\s()<>\\]/gu, (sign) => (sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign)))})`;

/** Blocks below a heading; nothing where there are none. */
export const sectionOf = (heading: string, ...blocks: string[]): string => {
  const content = blocks.filter((block) => block !== '');
  return content.length === 0 ? '' : [heading, ...content].join('\n\n');
};

/** Items as a list, one line each; nothing where there are none. */
export const listOf = (items: readonly string[]): string => items.map((item) => `- ${atBlockStart(item)}`).join('\n');

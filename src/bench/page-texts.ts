import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { pagesOf } from '../../tests/support/built-site.ts';

/** A block of a page's text. */
export interface Block {
  is: 'heading' | 'paragraph' | 'code';
  text: string;
  /** 2 to 6, of a heading. */
  level?: number;
}

/** What a page of this site says, without its looks, for other generators to build from. */
export interface PageText {
  /** "codes/486", "causes/index". */
  path: string;
  title: string;
  blocks: Block[];
}

/** Runs in a browser: reads the main part of a page as blocks. */
function blocksOf(html: string): { title: string; blocks: Block[] } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  for (const unread of page.querySelectorAll('svg, script, style, nav, .anchor, noscript, button')) unread.remove();
  const blocks: Block[] = [];
  const blockTags =
    /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|FORM|H\d|HEADER|LI|MAIN|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL|SEARCH)$/;
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const read = (element: Element): void => {
    const heading = element.tagName.match(/^H(\d)$/)?.[1];
    const text = tidy(element.textContent);
    if (text === '' || heading === '1') return;
    if (heading) blocks.push({ is: 'heading', text, level: Number(heading) });
    else if (element.tagName === 'PRE') blocks.push({ is: 'code', text: element.textContent.trim() });
    else if ([...element.children].some((child) => blockTags.test(child.tagName))) {
      for (const node of element.childNodes) {
        if (node instanceof Element) read(node);
        else if (tidy(node.textContent ?? '') !== '')
          blocks.push({ is: 'paragraph', text: tidy(node.textContent ?? '') });
      }
    } else blocks.push({ is: 'paragraph', text });
  };
  if (main) read(main);
  return { title: tidy(page.querySelector('h1')?.textContent || page.title), blocks };
}

/** The texts of every page of the built site, but for its error page and the one file that repeats all others. */
export async function pageTextsOf(browser: Browser, site: string): Promise<PageText[]> {
  const page = await browser.newPage();
  const texts: PageText[] = [];
  for (const { address } of pagesOf(site)) {
    if (address.endsWith('.html')) continue;
    const html = readFileSync(join(site, address, 'index.html'), 'utf8');
    const isOne = /[^/]+\/[^/]+\/$/.test(address);
    texts.push({
      path: isOne ? address.slice(0, -1) : `${address}index`,
      ...(await page.evaluate(blocksOf, html)),
    });
  }
  await page.close();
  return texts;
}

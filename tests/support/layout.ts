import type { Page } from 'playwright/test';

/** What scrolls sideways: the page itself, or a part of it that is no block of code. */
export const sidewaysScrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? [`html: ${root.scrollWidth} in ${root.clientWidth} px`] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('pre, input, [data-scrolls="sideways"]') || element.scrollWidth <= element.clientWidth)
        continue;
      if (!['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) continue;
      wide.push(
        `${element.tagName.toLowerCase()}.${element.className}: ${element.scrollWidth} in ${element.clientWidth} px`,
      );
    }
    return wide;
  });

/**
 * The visible controls that are smaller than 24 by 24 CSS pixels (WCAG 2.5.8, without its exception for spacing).
 * A link in a line of text is excepted, since the line gives its height.
 */
export const smallControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="option"], [tabindex="0"]',
    );
    const hasText = new WeakMap<Element, boolean>();
    const isInText = (control: HTMLElement) => {
      if (control.tagName !== 'A' || getComputedStyle(control).display !== 'inline') return false;
      let block = control.parentElement ?? document.body;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement ?? document.body;
      if (!hasText.has(block)) {
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let isFound = false;
        while (!isFound && texts.nextNode()) {
          const { data, parentElement } = texts.currentNode as Text;
          isFound = /[\p{L}\p{N}]/u.test(data) && !parentElement?.closest('a, .visually-hidden');
        }
        hasText.set(block, isFound);
      }
      return hasText.get(block) === true;
    };
    return [...controls].flatMap((control) => {
      // A label is part of its control's target.
      const target =
        control instanceof HTMLInputElement && control.type === 'checkbox'
          ? (control.closest('label') ?? control)
          : control;
      const { width, height } = target.getBoundingClientRect();
      const isShown =
        control.checkVisibility({ visibilityProperty: true }) &&
        width > 0 &&
        !control.matches('.skip-link:not(:focus), h2 a, h3 a');
      if (!isShown || (width >= 23.99 && height >= 23.99) || isInText(control)) return [];
      return [
        `${control.tagName.toLowerCase()}.${control.className} “${control.textContent.trim().slice(0, 30)}” ${width.toFixed(1)} × ${height.toFixed(1)}`,
      ];
    });
  });

import { expect, type Locator, type Page } from 'playwright/test';

/** The search field with its results, in the header, on the home page or on the search page. */
export class SearchBox {
  constructor(readonly page: Page) {}

  get field(): Locator {
    return this.page.locator('input[name="q"]');
  }
  get results(): Locator {
    return this.page.locator('#search-results');
  }
  /** The box that the results stand in. */
  get panel(): Locator {
    return this.page.locator('.search-panel');
  }
  get note(): Locator {
    return this.page.locator('#search-note');
  }
  get links(): Locator {
    return this.results.locator('a[href]');
  }
  get activeLink(): Locator {
    return this.results.locator('[aria-selected="true"]');
  }
  get marked(): Locator {
    return this.results.locator('mark');
  }
  get groups(): Locator {
    return this.results.getByRole('group');
  }
  /** The field once its script is there. */
  get combobox(): Locator {
    return this.page.getByRole('combobox');
  }

  /** Waits until nothing is coming any more and something is said or shown. */
  async settle(): Promise<void> {
    await expect(this.combobox).toBeAttached();
    await expect(this.results).toHaveAttribute('aria-busy', 'false');
    await expect
      .poll(async () => (await this.links.count()) > 0 || (await this.note.textContent()) !== '', {
        message: 'search says or shows something',
      })
      .toBe(true);
  }

  /** Types over what the field holds and waits for all answers. */
  async ask(query: string): Promise<void> {
    await this.field.focus();
    await expect(this.combobox).toBeAttached();
    await this.field.fill(query);
    await this.settle();
  }

  /** Pastes a text as a reader would, with its line ends. */
  async paste(text: string): Promise<void> {
    await this.field.focus();
    await expect(this.combobox).toBeAttached();
    await this.field.evaluate((field: HTMLInputElement, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox takes no clipboard in the constructor.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      const isUnhandled = field.dispatchEvent(event);
      // A browser puts the text in by itself where no script took it: as one line.
      if (isUnhandled) {
        field.setRangeText(pasted.replaceAll(/[\r\n]/g, ''), 0, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      }
    }, text);
  }

  /** Notes from here on where the first result stands at each change of the panel; the answer gives the places so far. */
  async watchFirstResult(): Promise<() => Promise<number[]>> {
    const tops = await this.panel.evaluateHandle((panel) => {
      const seen: number[] = [];
      new MutationObserver(() => {
        const first = panel.querySelector('a[href]');
        if (first) seen.push(first.getBoundingClientRect().top);
      }).observe(panel, { childList: true, characterData: true, subtree: true });
      return seen;
    });
    return () => tops.jsonValue();
  }

  /** The addresses that the results lead to, in order, from the site's root. */
  addresses = () =>
    this.links.evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href)).map(({ pathname, hash }) => pathname + hash),
    );

  /** The codes that the results lead to, in order; other results left out. */
  codes = async () =>
    (await this.addresses()).flatMap((address) => address.match(/\/codes\/(\d{3})\/$/)?.[1] ?? []).map(Number);
}

import type { Locator, Page } from 'playwright/test';
import { SearchBox } from './search-box.ts';

/** What every page of the site has. */
export class SitePage {
  constructor(readonly page: Page) {}

  /** Opens an address below the base, such as "codes/486/". */
  visit = (address = '') => this.page.goto(address === '' ? './' : `./${address}`);

  get search(): SearchBox {
    return new SearchBox(this.page);
  }
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }
  get sectionHeadings(): Locator {
    return this.page.locator('main h2');
  }
  /** The copyable anchors beside the headings of sections. */
  get anchors(): Locator {
    return this.page.locator('main h2 a[href^="#"]');
  }
  get main(): Locator {
    return this.page.getByRole('main');
  }
  /** Where the page says that it is ready offline, or offers a new version. */
  get offlineState(): Locator {
    return this.page.locator('#offline-state');
  }
  get skipLink(): Locator {
    return this.page.getByRole('link', { name: /^skip to/i });
  }
  get themeSwitch(): Locator {
    return this.page.getByRole('button', { name: /colou?rs/i });
  }
  get root(): Locator {
    return this.page.locator('html');
  }
  get canonical(): Locator {
    return this.page.locator('link[rel="canonical"]');
  }
  get description(): Locator {
    return this.page.locator('meta[name="description"]');
  }
  linkTo(address: string): Locator {
    return this.page.locator(`main a[href$="/${address}"]`).first();
  }

  /** The paper that the reader sees: its color, computed. */
  paperColor = () => this.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  /** Puts elements at the end of the page's content, with styles as a script sets them: a policy refuses written ones. */
  plant = (html: string, styles: Record<string, Record<string, string>> = {}) =>
    this.main.evaluate(
      (main, planted) => {
        main.insertAdjacentHTML('beforeend', planted.html);
        for (const [selector, style] of Object.entries(planted.styles))
          Object.assign(main.querySelector<HTMLElement>(selector)?.style ?? {}, style);
      },
      { html, styles },
    );

  /** Notes from here on what the browser refuses by the Content-Security-Policy. */
  async watchPolicy(): Promise<void> {
    await this.page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { testViolations: violations });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violations.push(`${effectiveDirective} ${blockedURI}`);
      });
    });
  }
  /** What was refused on the page so far, as "directive address". */
  policyViolations = () =>
    this.page.evaluate(() => (globalThis as unknown as { testViolations: string[] }).testViolations);

  /** The theme attribute and whether the body was there when it was set: if so, the other theme could flash. */
  async watchTheme(): Promise<void> {
    await this.page.addInitScript(() => {
      new MutationObserver(() => {
        document.documentElement.dataset['testThemeBeforeBody'] ??= String(document.body === null);
      }).observe(document, { attributes: true, attributeFilter: ['data-theme'], subtree: true });
    });
  }
}

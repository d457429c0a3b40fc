import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

/** The search as a page: /search/?q=… */
export class SearchPage extends SitePage {
  static readonly address = 'search/';

  /** What can be asked, shown while nothing is. */
  get examples(): Locator {
    return this.page.locator('#search-examples');
  }

  /** Opens the answers to a query by their address, and waits for all of them. */
  async open(query: string): Promise<void> {
    await this.visit(`${SearchPage.address}?q=${encodeURIComponent(query)}`);
    await this.search.settle();
  }
}

import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

export class AboutPage extends SitePage {
  open = () => this.visit('about/');

  /** Whether single keys open the search. */
  get singleKeys(): Locator {
    return this.page.getByRole('checkbox', { name: /single keys/i });
  }
}

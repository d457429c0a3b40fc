import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

/** What the site says at an address that it doesn't have. */
export class ErrorPage extends SitePage {
  /** What is suggested for a path that ends in three digits. */
  get suggestion(): Locator {
    return this.page.locator('#missing-code');
  }
}

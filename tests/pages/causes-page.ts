import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

/** The table of Q.850 causes. */
export class CausesPage extends SitePage {
  open = () => this.visit('causes/');

  columnHeading = (name: string): Locator => this.page.getByRole('columnheader', { name, exact: true });

  sortBy = (name: string) => this.columnHeading(name).getByRole('button').press('Enter');

  get announcement(): Locator {
    return this.page.getByRole('status');
  }

  /** The numbers of the causes, from top to bottom. */
  get order(): Promise<number[]> {
    return this.page
      .locator('.causes-table tbody td:first-child')
      .allInnerTexts()
      .then((texts) => texts.map(Number));
  }

  row = (cause: number): Locator =>
    this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name: String(cause), exact: true }) });
}

import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

export class HomePage extends SitePage {
  open = () => this.visit();

  get table(): Locator {
    return this.page.getByRole('table');
  }
  rowOf(code: number): Locator {
    return this.table.locator(`tr#code-${code}`);
  }
  /** The codes of the table's rows, in order. */
  codes = async () =>
    (
      await this.table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('td, th')?.textContent ?? ''))
    ).map(Number);
}

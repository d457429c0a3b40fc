import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

/** The page of a class: /classes/4xx/ */
export class ClassPage extends SitePage {
  open = (digit: number) => this.visit(`classes/${digit}xx/`);

  get table(): Locator {
    return this.page.getByRole('table');
  }
  codes = async () =>
    (
      await this.table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('td, th')?.textContent ?? ''))
    ).map(Number);
}

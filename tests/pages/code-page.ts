import type { Locator } from 'playwright/test';
import { SitePage } from './site-page.ts';

/** The page of a status code: /codes/486/ */
export class CodePage extends SitePage {
  open = (code: number) => this.visit(`codes/${code}/`);

  get registration(): Locator {
    return this.main.locator('header .registration');
  }
  get glance(): Locator {
    return this.page.getByRole('complementary', { name: 'At a glance' });
  }
  /** An entry of *At a glance*: its value, by its term. */
  glanceEntry(term: string): Locator {
    return this.glance.locator('dt', { hasText: new RegExp(`^${term}$`) }).locator('xpath=following-sibling::dd[1]');
  }
  get definingCitations(): Locator {
    return this.glanceEntry('Defined in').getByRole('link');
  }
  /** Every link to a section of an RFC. */
  get citations(): Locator {
    return this.page.locator('a[href*="rfc-editor.org"]');
  }
  /** A link in the prose to another code, which carries its phrase. */
  codeLink(code: number): Locator {
    return this.main.locator(`article a[href$="/codes/${code}/"]`).first();
  }
  get permalink(): Locator {
    return this.main.locator('.page-foot').getByRole('link').first();
  }
  /** The button that copies the permalink, whatever it says. */
  get copyButton(): Locator {
    return this.main.locator('.page-foot button').first();
  }
  get nextCode(): Locator {
    return this.page.locator('a[rel="next"]');
  }
}

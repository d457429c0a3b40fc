/** Playwright's test with the site's pages, and an ear for noise in every test. */
import { test as base, expect } from 'playwright/test';
import { AboutPage } from '../pages/about-page.ts';
import { ClassPage } from '../pages/class-page.ts';
import { CodePage } from '../pages/code-page.ts';
import { ErrorPage } from '../pages/error-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { SearchPage } from '../pages/search-page.ts';
import { SitePage } from '../pages/site-page.ts';
import { Noise } from './noise.ts';

interface Fixtures {
  /** Any page of the site, by its address. */
  sitePage: SitePage;
  homePage: HomePage;
  codePage: CodePage;
  classPage: ClassPage;
  searchPage: SearchPage;
  aboutPage: AboutPage;
  errorPage: ErrorPage;
  /** What the test's pages were heard to do wrong; the test fails at its end where that is anything unexpected. */
  noise: Noise;
}

export const test = base.extend<Fixtures>({
  sitePage: ({ page }, use) => use(new SitePage(page)),
  homePage: ({ page }, use) => use(new HomePage(page)),
  codePage: ({ page }, use) => use(new CodePage(page)),
  classPage: ({ page }, use) => use(new ClassPage(page)),
  searchPage: ({ page }, use) => use(new SearchPage(page)),
  aboutPage: ({ page }, use) => use(new AboutPage(page)),
  errorPage: ({ page }, use) => use(new ErrorPage(page)),
  noise: [
    async ({ context, baseURL }, use) => {
      const noise = new Noise(context, baseURL ?? '');
      await use(noise);
      expect(noise.heard, 'the console is clean and no request fails or leaves the site').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

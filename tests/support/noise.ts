import type { BrowserContext } from 'playwright/test';

/** All that a page should not make while it is read: console messages, errors, failed requests, foreign requests. */
export class Noise {
  readonly heard: string[] = [];
  readonly #expected: RegExp[] = [
    // Playwright's own word where the configuration blocks service workers.
    /Service Worker registration blocked by Playwright/,
  ];

  constructor(context: BrowserContext, home: string) {
    const { origin } = new URL(home);
    context.on('console', (message) => {
      if (['warning', 'error', 'assert'].includes(message.type()))
        this.#hear(`console ${message.type()}: ${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => this.#hear(`uncaught: ${error.error().message}`));
    context.on('request', (request) => {
      const url = URL.parse(request.url());
      if (url?.protocol.startsWith('http') && url.origin !== origin)
        this.#hear(`request to another origin: ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.#hear(`answered ${response.status()}: ${response.url()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // Whoever leaves a page ends what it still loads; that is no failure.
      if (!/ERR_ABORTED|NS_BINDING_ABORTED/.test(reason)) this.#hear(`failed request: ${request.url()} ${reason}`);
    });
  }

  #hear(noise: string): void {
    if (!this.#expected.some((pattern) => pattern.test(noise))) this.heard.push(noise);
  }

  /** Lets noise pass from here on, for a test that provokes it. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }
}

import { cpus, loadavg } from 'node:os';
import { lighthouseVersion } from './run-lighthouse.ts';
import { rivals } from './rivals.ts';
import { profile } from './slow-browser.ts';

/** When, where and of what a table was measured, as a paragraph. */
export function circumstances(chromiumVersion: string, rounds: number, builds: number): string {
  const versions = rivals.flatMap(({ packages }) => Object.entries(packages)).map((pair) => pair.join(' '));
  const processors = cpus();
  return `Measured on ${new Date().toISOString().slice(0, 10)} on ${processors.length} × ${processors[0]?.model.trim() ?? 'a processor'}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end, Node ${process.versions.node}, Chromium ${chromiumVersion}. Times of pages and search are under ${profile.megabitsPerSecond} Mb/s, ${profile.latency} ms and a processor ${profile.cpuSlowdown} times slower, with an empty cache, over HTTP/1.1 from loopback; every site in turn, medians of ${rounds}. Builds are cold, medians of ${builds}. In parentheses: how many times ours.

All build the same texts, those of this site's pages, as plain Markdown, while this site builds its own data with its checks, ladders, search index, one-file edition and offline copy besides. Search is each generator's own: Starlight's Pagefind, VitePress' local search, and for Docusaurus, whose own needs a service, the usual local one. It is opened with Ctrl-K on the page of 200, and 486 typed at once; the next code is 503. The offline copy, which ours fetches a second after a page has loaded, is switched off. Bytes are bodies in brotli. ${[...new Set(versions)].sort().join(', ')}, lighthouse ${lighthouseVersion}.`;
}

/** A copy of the built site behind a server of its own, to be changed, broken and stopped while a browser reads it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { writeOfflineFiles } from '../../src/integrations/offline.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export class ServedCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'sip-codes-offline-'));
  /** Addresses that answer 500 from now on. */
  readonly broken = new Set<string>();
  #server: Server | undefined;

  /** Copies the files of dist/ that `isCopied` chooses by their paths, all of them where it is left out. */
  constructor(
    readonly port: number,
    isCopied?: (path: string) => boolean,
  ) {
    const filter = (source: string) =>
      statSync(source).isDirectory() || !isCopied || isCopied(relative('dist', source));
    cpSync('dist', this.folder, { recursive: true, filter });
    if (isCopied) writeOfflineFiles(this.folder);
  }

  start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      if (this.broken.has(path)) {
        response.writeHead(500).end();
        return;
      }
      const asked = join(this.folder, path);
      const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
      const found = existsSync(file) ? file : join(this.folder, '404.html');
      response
        .writeHead(found === file ? 200 : 404, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream' })
        .end(readFileSync(found));
    });
    return new Promise((resolve) => this.#server?.listen(this.port, resolve));
  }

  stop(): Promise<void> {
    this.#server?.closeAllConnections();
    return new Promise((resolve) => this.#server?.close(() => resolve()));
  }

  /** Publishes a new version: one page reads otherwise. */
  publish(path: string, from: string, to: string): void {
    const file = join(this.folder, path);
    const before = readFileSync(file, 'utf8');
    if (!before.includes(from)) throw new Error(`${path} holds no “${from}” to change.`);
    writeFileSync(file, before.replaceAll(from, to));
    writeOfflineFiles(this.folder);
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** One request that the server answered. */
export interface Answered {
  path: string;
  mediaType: string;
  /** The body as sent: in brotli where the type is text. */
  bytes: number;
  /** When it was asked for, in milliseconds since 1970. */
  at: number;
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const isText = (mediaType: string) => /^text\/|json|xml/.test(mediaType);

/** The size of text in brotli at its best, as a host that compresses at build sends it. */
export const inBrotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

const fileIn = (folder: string, path: string): string | undefined =>
  [path, `${path}index.html`, `${path}.html`, `${path}/index.html`]
    .map((candidate) => join(folder, normalize(candidate)))
    .find((file) => existsSync(file) && statSync(file).isFile());

/** Serves a built site from loopback over HTTP/1.1 with kept connections, and remembers what was asked for. */
export async function serveFolder(folder: string) {
  const bodies = new Map<string, { body: Buffer; mediaType: string }>();
  const bodyOf = (file: string) => {
    const known = bodies.get(file);
    if (known) return known;
    const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
    const content = readFileSync(file);
    const made = { body: isText(mediaType) ? inBrotli(content) : content, mediaType };
    bodies.set(file, made);
    return made;
  };
  const answered: Answered[] = [];
  const server = createServer((request, response) => {
    const at = Date.now();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileIn(folder, path);
    const { body, mediaType } = file ? bodyOf(file) : { body: Buffer.from('Not found'), mediaType: 'text/plain' };
    answered.push({ path, mediaType, bytes: body.length, at });
    response.writeHead(file ? 200 : 404, {
      'content-type': mediaType,
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(file && isText(mediaType) ? { 'content-encoding': 'br' } : {}),
    });
    response.end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    answered,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Served = Awaited<ReturnType<typeof serveFolder>>;

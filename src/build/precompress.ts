/**
 * Puts a brotli and a gzip copy beside each text file of a built site, for nginx and Caddy: `npm run precompress`.
 * A step of its own: the other hosts compress by themselves, and a build for a test needs none.
 */
import { readdirSync } from 'node:fs';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pagefind's own files (pf_meta, pf_index, pf_fragment, pagefind) are compressed already. */
const isText = /\.(?:html|js|css|json|xml|txt|md|csv|svg|webmanifest)$/;
const notServed = /^(?:_headers$|_redirects$|_hosting\/)/;

/** Below this a copy saves nothing: the headers that announce it are as long. */
const smallestBytes = 256;

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/** The text files of a built site, paths below it. */
export const textFilesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => isText.test(path) && !notServed.test(path))
    .sort();

/** Writes the copies of one file where they are smaller, with the file's own time, and resolves to the bytes of each. */
async function precompressFile(file: string): Promise<{ plain: number; brotli: number; gzip: number }> {
  const content = await readFile(file);
  const { atime, mtime } = await stat(file);
  const plain = content.length;
  if (plain < smallestBytes) return { plain, brotli: plain, gzip: plain };
  const brotli = await brotliOf(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain,
    },
  });
  const zipped = await gzipOf(content, { level: constants.Z_BEST_COMPRESSION });
  for (const [copy, extension] of [[brotli, 'br'] as const, [zipped, 'gz'] as const]) {
    if (copy.length >= plain) continue;
    await writeFile(`${file}.${extension}`, copy);
    await utimes(`${file}.${extension}`, atime, mtime);
  }
  return { plain, brotli: Math.min(brotli.length, plain), gzip: Math.min(zipped.length, plain) };
}

/** Precompresses files of a site, two at a time, and resolves to the bytes before and after. */
export async function precompress(
  site: string,
  paths: readonly string[],
): Promise<{ plain: number; brotli: number; gzip: number }> {
  const sum = { plain: 0, brotli: 0, gzip: 0 };
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const bytes = await precompressFile(join(site, path));
      sum.plain += bytes.plain;
      sum.brotli += bytes.brotli;
      sum.gzip += bytes.gzip;
    }
  };
  await Promise.all([work(), work()]);
  return sum;
}

if (import.meta.main) {
  const site = process.argv[2] ?? 'dist';
  const paths = textFilesOf(site);
  const { plain, brotli, gzip: zipped } = await precompress(site, paths);
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(`${paths.length} files: ${kilobytes(plain)}, brotli ${kilobytes(brotli)}, gzip ${kilobytes(zipped)}.`);
}

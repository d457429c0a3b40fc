/** The built site as files, for tests that need no browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltPage {
  /** Its address below the base, without the first slash: "", "codes/486/", "404.html". */
  address: string;
  html: string;
}

/** Every file of a built site, as paths with slashes below its folder, in order. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/** Every HTML page of a built site. */
export const pagesOf = (folder: string): BuiltPage[] =>
  filesOf(folder)
    .filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'))
    .map((path) => ({
      address: path.replace(/(^|\/)index\.html$/, '$1'),
      html: readFileSync(join(folder, path), 'utf8'),
    }));

/** The file that holds the whole reference once more, made of the same parts as the pages, to be opened from a disk. */
export const wholeReference = 'sip-status-codes.html';

/** The addresses of the built site's pages, without the error page and the one file of everything. */
export const addressesOf = (folder: string): string[] =>
  pagesOf(folder)
    .map(({ address }) => address)
    .filter((address) => address !== '404.html' && address !== wholeReference);

/**
 * The pages for what takes a browser seconds on each: all with EVERY_PAGE=yes, else every fifth of those that one
 * template makes of data, and all others.
 */
export const addressesToLookAt = (folder: string): string[] =>
  addressesOf(folder).filter(
    (address, place) =>
      process.env['EVERY_PAGE'] === 'yes' || !/^(?:codes|causes|symptoms|compare)\/./.test(address) || place % 5 === 0,
  );

/** The addresses in portions for one test each, named by the first and the last. */
export function portionsOf(addresses: readonly string[], size: number): { name: string; addresses: string[] }[] {
  return Array.from({ length: Math.ceil(addresses.length / size) }, (_, index) => {
    const portion = addresses.slice(index * size, (index + 1) * size);
    return { name: portion.length > 1 ? `/${portion[0]} to /${portion.at(-1)}` : `/${portion[0]}`, addresses: portion };
  });
}

/** Parses a JSON file of the built site. */
export const readJson = <Content>(path: string): Content => JSON.parse(readFileSync(path, 'utf8')) as Content;

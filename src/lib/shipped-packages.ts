import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which a part reaches the reader's browser. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As an SPDX expression. */
  license: string;
  home: string;
  /** What it does for the reader. */
  use: string;
  /** The license with its copyright notice, as the package brings it. */
  licenseText: string;
}

/** Every package whose code is sent to browsers; a test compares this list with what the scripts are made of. */
const uses: Record<string, string> = {
  minisearch: 'ranks what the word index of search finds',
  stemmer: 'reduces the words of a query to their stems',
  pagefind: 'searches the full text',
};

/** The license file of a package, which some keep in a folder with those of the works that they contain. */
function licenseFileOf(folder: string): string {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(file));
  if (name === undefined)
    throw new Error(`${folder} holds no license file. Name the license by hand in src/lib/shipped-packages.ts.`);
  const path = join(folder, name);
  return statSync(path).isDirectory() ? licenseFileOf(path) : path;
}

/** What is shipped of other people's work, read from the installed packages, in the order of their names. */
export const shippedPackages = (): ShippedPackage[] =>
  Object.entries(uses)
    .map(([name, use]) => {
      const folder = join('node_modules', name);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
      const { version = '', license = '', homepage = '' } = manifest;
      const licenseText = readFileSync(licenseFileOf(folder), 'utf8').replaceAll('\r\n', '\n').trim();
      return { name, version, license, home: homepage.replace(/#.*$/, ''), use, licenseText };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

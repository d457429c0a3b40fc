/**
 * Adds the hashed files of the build that is live to the one in dist/, so that readers who have a page of it open
 * still get what it names: `npm run keep-previous -- https://sip.example.org/`, between build and upload.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A line of the list: a digest and a path below the site, as sha256sum writes them. */
const line = /^([0-9a-f]{64}) {2}((?:[\w-]+\/)+[\w.@~+-]+)$/;

/** The files that the live site lists; undefined where it has no list. Throws where the list can't be read. */
async function listOf(live: URL): Promise<{ digest: string; path: string }[] | undefined> {
  const address = new URL('_hosting/hashed-files.txt', live);
  const response = await fetch(address, { cache: 'no-store' });
  if (response.status === 404) return undefined;
  if (!response.ok)
    throw new Error(`${address} answered ${response.status}; try again, or upload without the previous files.`);
  return (await response.text())
    .trimEnd()
    .split('\n')
    .map((text) => {
      const [, digest, path] = line.exec(text) ?? [];
      if (!digest || !path) throw new Error(`${address} is no list of this site's files: "${text.slice(0, 80)}".`);
      return { digest, path };
    });
}

/** Fetches the live site's hashed files that a built site lacks, and resolves to their number, undefined without a list. */
export async function keepPrevious(site: string, live: URL): Promise<number | undefined> {
  const missing = (await listOf(live))?.filter(({ path }) => !existsSync(join(site, path)));
  for (const { digest, path } of missing ?? []) {
    const response = await fetch(new URL(path, live));
    const content = Buffer.from(await response.arrayBuffer());
    if (!response.ok || createHash('sha256').update(content).digest('hex') !== digest) {
      throw new Error(`${new URL(path, live)} is not the file that its list names; upload without the previous files.`);
    }
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  return missing?.length;
}

if (import.meta.main) {
  const live = process.argv[2];
  if (!live) throw new Error('Name the address of the live site: npm run keep-previous -- https://sip.example.org/');
  const kept = await keepPrevious('dist', new URL(live.endsWith('/') ? live : `${live}/`));
  console.log(
    kept === undefined
      ? `${live} lists no hashed files, as before its first upload: none kept.`
      : `Kept ${kept} files of ${live}.`,
  );
}

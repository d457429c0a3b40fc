/** The captures of real software that the site publishes, by their names. */
import { existsSync, readdirSync } from 'node:fs';

const folder = 'public/captures';

/** The names of the files in public/captures/; empty where there is no such folder. */
export const captureFiles = (): Set<string> => new Set(existsSync(folder) ? readdirSync(folder) : []);

const files = captureFiles();

/** Captures that content/ names though they are too large to be published. */
export const unpublishedCaptures: ReadonlySet<string> = new Set(['047-message-65k-477']);

export interface PublishedCapture {
  /** The path of its packets below the base. */
  packets: string;
  /** The path of its text, where it has one. */
  text: string | undefined;
}

/** Where a capture is published; undefined where it is too large to be. */
export function publishedCapture(name: string): PublishedCapture | undefined {
  if (!files.has(`${name}.pcap`)) return undefined;
  return { packets: `/captures/${name}.pcap`, text: files.has(`${name}.txt`) ? `/captures/${name}.txt` : undefined };
}

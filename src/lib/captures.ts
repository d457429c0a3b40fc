/** The captures of real software that the site publishes, by their names. */
import { readdirSync } from 'node:fs';

const files = new Set(readdirSync('public/captures'));

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

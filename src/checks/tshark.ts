import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Packet, pcapOf } from './pcap.ts';

/** What `-T json` says of a packet, layer by layer; a key that stands several times holds a list. */
export type Dissected = string | Dissected[] | { [key: string]: Dissected };

/** TShark's version, or undefined where there is no TShark. */
export function tsharkVersion(): string | undefined {
  const { error, stdout } = spawnSync('tshark', ['--version'], { encoding: 'utf8' });
  return error ? undefined : (stdout.match(/\d+(?:\.\d+)+/)?.[0] ?? 'of an unknown version');
}

// So that S/MIME bodies are dissected as what they are, not as their base64.
const preferences = ['-o', 'mime_multipart.remove_base64_encoding:TRUE'];

/** Has TShark dissect packets, each port taken for SIP; the answer has a tree of layers for each packet, in their order. */
export function dissect(packets: readonly Packet[]): Dissected[] {
  const folder = mkdtempSync(join(tmpdir(), 'check-wire-'));
  try {
    const capture = join(folder, 'flows.pcap');
    writeFileSync(capture, pcapOf(packets));
    const ports = packets.flatMap(({ source, destination, segment }) =>
      [source, destination].map(({ port }) => `${segment ? 'tcp' : 'udp'}.port==${port},sip`),
    );
    const decodings = [...new Set(ports)].flatMap((decoding) => ['-d', decoding]);
    const { status, stdout, stderr } = spawnSync(
      'tshark',
      ['-n', '-r', capture, '-T', 'json', '--no-duplicate-keys', ...preferences, ...decodings],
      // A folder without preferences, so that every machine reads alike.
      { encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, WIRESHARK_CONFIG_DIR: folder } },
    );
    if (status !== 0) throw new Error(`TShark could not read the capture: ${stderr.trim()}`);
    const frames: { _source: { layers: Dissected } }[] = JSON.parse(stdout);
    return frames.map(({ _source }) => _source.layers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

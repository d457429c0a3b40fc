import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationOf, freePort, installedAt, type OwnServer, programOf, startServer } from './own-server.ts';

/** Why Caddy can't serve the site on this machine, with the remedy; undefined where it can. */
export const whyNoCaddy = (): string | undefined =>
  programOf('caddy') ? undefined : 'Caddy is missing; on Debian: apt-get install caddy';

/** Starts Caddy with deploy/Caddyfile for the releases in a folder; its own files go to `own`. Both are absolute. */
export async function startCaddy(releases: string, own: string): Promise<OwnServer> {
  const port = await freePort();
  const site = configurationOf('Caddyfile', { ':80 {': `http://127.0.0.1:${port} {`, [installedAt]: releases });
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
  const parameters = ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'];
  return startServer(programOf('caddy') ?? 'caddy', parameters, port, { XDG_DATA_HOME: own, XDG_CONFIG_HOME: own });
}

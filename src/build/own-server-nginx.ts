import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  configurationOf,
  freePort,
  installedAt,
  isReadable,
  type OwnServer,
  programOf,
  startServer,
} from './own-server.ts';

const brotliModule = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/etc/nginx/modules']
  .map((folder) => join(folder, 'ngx_http_brotli_static_module.so'))
  .find(isReadable);

/** Why nginx can't serve the site on this machine, with the remedy; undefined where it can. */
export function whyNoNginx(): string | undefined {
  if (!programOf('nginx'))
    return 'nginx is missing; on Debian: apt-get install nginx-light libnginx-mod-http-brotli-static';
  return brotliModule
    ? undefined
    : 'nginx has no brotli_static; on Debian: apt-get install libnginx-mod-http-brotli-static';
}

/** Starts nginx with deploy/nginx.conf for the releases in a folder; its own files go to `own`. Both are absolute. */
export async function startNginx(releases: string, own: string): Promise<OwnServer> {
  const port = await freePort();
  const site = configurationOf('nginx.conf', { 'listen 80;': `listen 127.0.0.1:${port};`, [installedAt]: releases });
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  );
  mkdirSync(own, { recursive: true });
  writeFileSync(
    join(own, 'nginx.conf'),
    [
      `load_module ${brotliModule};`,
      `pid ${own}/nginx.pid;`,
      // Started by root, the workers would else be nobody, who can't read a temporary folder.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'worker_processes 1;',
      'events { worker_connections 512; }',
      // An http block that would compress everything itself.
      `http { gzip on; gzip_types *; access_log off; ${bodies.join(' ')}`,
      `${site}}`,
    ].join('\n'),
  );
  const directives = 'daemon off; error_log stderr;';
  return startServer(
    programOf('nginx') ?? 'nginx',
    ['-p', own, '-e', 'stderr', '-c', join(own, 'nginx.conf'), '-g', directives],
    port,
  );
}

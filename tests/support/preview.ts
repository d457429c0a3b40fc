import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ProjectCopy } from './project-copy.ts';

/** Serves what a copy of the project has built, with the environment of its build; resolves when it answers. */
export async function preview(
  copy: ProjectCopy,
  port: number,
  environment: NodeJS.ProcessEnv,
): Promise<{ stop(): Promise<void> }> {
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'preview', '--ignore-lock', '--port', String(port)],
    {
      cwd: copy.folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(server, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(`:${port}/`)) resolve();
    });
    void ended.then(() => reject(new Error(`The server ended: ${said}`)));
  });
  return {
    async stop() {
      server.kill();
      await ended;
    },
  };
}

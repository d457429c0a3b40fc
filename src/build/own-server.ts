/** Starts a server on loopback with the project's own configuration, for tests and measurements. */
import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the configurations in deploy/ expect the releases. */
export const installedAt = '/srv/sip-status-codes';

/** A server that runs. */
export interface OwnServer {
  origin: string;
  pid: number;
  stop: () => Promise<void>;
}

export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a program, or undefined where the machine has none; Debian keeps servers in /usr/sbin. */
export function programOf(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(isReadable);
}

/** A port of loopback that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A configuration of deploy/ with other places in it; throws where one of them no longer stands there. */
export function configurationOf(name: string, places: Readonly<Record<string, string>>): string {
  let text = readFileSync(fileURLToPath(new URL(`../../deploy/${name}`, import.meta.url)), 'utf8');
  for (const [place, instead] of Object.entries(places)) {
    if (!text.includes(place))
      throw new Error(`deploy/${name} no longer says "${place}"; adapt src/build/own-server-*.ts.`);
    text = text.replaceAll(place, instead);
  }
  return text;
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('connect', () => socket.destroy());
    socket.once('error', () => resolve(false));
  });

/** Starts a program and resolves when it listens; throws with what it said where it never does. */
export async function startServer(
  program: string,
  parameters: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<OwnServer> {
  const child = spawn(program, parameters, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (let tries = 0; !(await isListening(port)); tries += 1) {
    if (child.exitCode !== null || tries > 600) {
      child.kill('SIGKILL');
      throw new Error(`${program} doesn't listen on port ${port}; it said:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}

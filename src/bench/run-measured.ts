import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took. CPU and memory count its child processes too, and are known on Linux only. */
export interface Cost {
  wallSeconds: number;
  cpuSeconds?: number;
  /** The highest sum of the processes' proportional set sizes, sampled every 200 ms. */
  peakBytes?: number;
}

/** What a file of /proc says; nothing of a process that has ended meanwhile. */
const said = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const threadsOf = (pid: string) => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

const withDescendants = (pid: string): string[] => [
  pid,
  ...threadsOf(pid).flatMap((thread) =>
    said(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).flatMap(withDescendants),
  ),
];
const memoryOf = (pid: string) => Number(said(`/proc/${pid}/smaps_rollup`).match(/^Pss:\s+(\d+)/m)?.[1] ?? 0) * 1024;

/** Seconds in a line of the shell's `times`, such as "0m1.250000s 0m0.040000s". */
const secondsIn = (line: string) =>
  [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );

/** Runs a command to its end and measures it; throws with all that it said where it fails. */
export async function runMeasured(command: readonly string[], folder: string): Promise<Cost> {
  const isMeasurable = process.platform === 'linux';
  // The shell knows the CPU time of all processes below it; Node can't tell it of a child.
  const words = isMeasurable ? ['sh', '-c', '"$0" "$@"; code=$?; times >&3; exit $code', ...command] : command;
  const [program = '', ...rest] = words;
  const begun = performance.now();
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let times = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
  child.stdio[3]?.on('data', (data: Buffer) => (times += data.toString()));
  let peakBytes = 0;
  const sampling = setInterval(() => {
    if (!isMeasurable || child.pid === undefined) return;
    const bytes = withDescendants(String(child.pid)).reduce((sum, pid) => sum + memoryOf(pid), 0);
    peakBytes = Math.max(peakBytes, bytes);
  }, 200);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  clearInterval(sampling);
  const wallSeconds = (performance.now() - begun) / 1000;
  if (exitCode !== 0) throw new Error(`${command.join(' ')} failed in ${folder}:\n${output.slice(-4000)}`);
  return isMeasurable ? { wallSeconds, cpuSeconds: secondsIn(times), peakBytes } : { wallSeconds };
}

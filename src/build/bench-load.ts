/**
 * Measures how nginx with deploy/nginx.conf answers under load, all on loopback: `npm run bench:load`, after a build.
 * 50 connections for 10 seconds ask for the home page and every code's page in brotli, in turn; the figures go to
 * src/bench/RESULTS.md.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepSection, tableOf } from '../bench/results.ts';
import { startNginx, whyNoNginx } from './own-server-nginx.ts';
import { programOf } from './own-server.ts';
import { precompress } from './precompress.ts';

const connections = 50;
const seconds = 10;

/** What wrk runs: asks for the paths in turn, and prints its figures as one line of JSON; latencies in microseconds. */
const scriptOf = (paths: readonly string[]) => `
local paths = { ${paths.map((path) => `"${path}"`).join(', ')} }
local at = 0
wrk.headers["Accept-Encoding"] = "br"
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('FIGURES {"requests":%d,"bytes":%d,"microseconds":%d,"failed":%d,"refused":%d,"p50":%d,"p90":%d,"p99":%d,"most":%d}\\n',
    summary.requests, summary.bytes, summary.duration, errors.connect + errors.read + errors.write + errors.timeout,
    errors.status, latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end
`;

const wrk = programOf('wrk');
const reason = whyNoNginx() ?? (wrk ? undefined : 'wrk is missing; on Debian: apt-get install wrk');
if (!wrk || reason) {
  console.log(`NOT MEASURED: load on nginx. ${reason}`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
const site = join(folder, 'site');
cpSync('dist', site, { recursive: true });
const pages = [
  'index.html',
  ...readdirSync(join(site, 'codes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `codes/${name}/index.html`),
];
await precompress(site, pages);
execFileSync('sh', [
  fileURLToPath(new URL('../../deploy/install-release.sh', import.meta.url)),
  site,
  join(folder, 'releases'),
]);
const server = await startNginx(join(folder, 'releases'), join(folder, 'nginx'));
try {
  const script = join(folder, 'load.lua');
  writeFileSync(script, scriptOf(pages.map((page) => `/${page.replace('index.html', '')}`)));
  const said = execFileSync(wrk, ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, server.origin], {
    encoding: 'utf8',
  });
  const figures: Record<string, number> = JSON.parse(/^FIGURES (.*)$/m.exec(said)?.[1] ?? '{}');
  const of = (name: string) => figures[name] ?? Number.NaN;
  const milliseconds = (name: string) => `${(of(name) / 1000).toFixed(2)} ms`;
  const perSecond = (amount: number) => (amount / of('microseconds')) * 1e6;
  const text = [
    `Measured on ${new Date().toISOString().slice(0, 10)} on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'a processor'}: nginx with deploy/nginx.conf, one worker, and wrk on the same processors, over loopback. ${connections} connections for ${seconds} s ask for the home page and all codes in turn, ${pages.length} pages in brotli.`,
    tableOf([
      ['', 'nginx'],
      ['Requests', of('requests').toLocaleString('en')],
      ['Requests per second', Math.round(perSecond(of('requests'))).toLocaleString('en')],
      ['MB per second', String(Math.round(perSecond(of('bytes')) / 1e6))],
      ['Failed connections, reads, writes, timeouts', String(of('failed'))],
      ['Answers that are not 2xx', String(of('refused'))],
      ['Latency, median', milliseconds('p50')],
      ['Latency, 90 %', milliseconds('p90')],
      ['Latency, 99 %', milliseconds('p99')],
      ['Latency, longest', milliseconds('most')],
    ]),
  ].join('\n\n');
  console.log(text);
  await keepSection('Load', text);
  if (!(of('failed') + of('refused') === 0)) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

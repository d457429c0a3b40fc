/** Runs the examples of the page on the data, as a reader would paste them, against the built files. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dataExamplesOf } from '../../src/lib/data-examples.ts';

const server = createServer((request, response) => {
  const file = join('dist', new URL(request.url ?? '', 'http://localhost').pathname);
  if (existsSync(file)) createReadStream(file).pipe(response);
  else response.writeHead(404).end();
});
before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
after(() => server.close());

const textOf = (id: string) => {
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return dataExamplesOf(home).find((example) => example.id === id)?.text ?? '';
};
const isHere = (command: string) => spawnSync(command, ['--version']).status === 0;

function run(command: string, parameters: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('close', (exitCode) => (exitCode === 0 ? resolve(output) : reject(new Error(errors))));
    child.stdin.end(input);
  });
}

const { summary } = (JSON.parse(readFileSync('dist/codes.json', 'utf8')) as { code: number; summary: string }[]).find(
  ({ code }) => code === 486,
) ?? { summary: '?' };

test('the JavaScript example prints what a code means', async () => {
  const output = await run(process.execPath, ['--input-type=module', '-'], textOf('javascript'));
  assert.ok(output.startsWith(`Busy Here: ${summary}\nTry again? `), output);
});

test('the Python example prints what a code means', async (t) => {
  if (!isHere('python3')) return t.skip('python3 is not installed, so its example was not run.');
  const output = await run('python3', ['-'], textOf('python'));
  assert.ok(output.startsWith(`Busy Here: ${summary}\nConfused with 600, `), output);
});

test('the curl examples print a code as JSON, then the codes of a cause', async (t) => {
  const missing = ['bash', 'curl', 'jq'].filter((command) => !isHere(command));
  if (missing.length > 0) return t.skip(`${missing.join(', ')} not installed, so the curl examples were not run.`);
  const output = await run('bash', ['-euo', 'pipefail', '-s'], textOf('curl'));
  assert.ok(output.includes(summary) && output.includes('486 Busy Here\n'), output);
});

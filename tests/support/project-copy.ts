/** Copies of the project in temporary folders, to plant faults in and to build with other settings. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A command's exit code, and all that it said. */
export interface Outcome {
  exitCode: number;
  output: string;
}

export class ProjectCopy {
  readonly folder: string;

  /** Copies what a build reads, or content/ and public/ alone. `name` makes a folder of its own below the temporary one. */
  constructor({ contentOnly = false, name = '.' } = {}) {
    this.#temporary = realpathSync(mkdtempSync(join(tmpdir(), 'sip-codes-')));
    this.folder = resolve(this.#temporary, name);
    const parts = contentOnly
      ? ['content', 'public']
      : ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
    for (const part of parts)
      if (existsSync(join(project, part))) cpSync(join(project, part), join(this.folder, part), { recursive: true });
    if (!contentOnly) this.#linkPackages();
  }

  readonly #temporary: string;

  /** Package by package: Astro and Vite keep what they remember of a project in node_modules, which must not be shared. */
  #linkPackages(): void {
    const packages = join(this.folder, 'node_modules');
    mkdirSync(packages);
    for (const { name: entry } of readdirSync(join(project, 'node_modules'), { withFileTypes: true })) {
      if (entry.startsWith('.')) continue;
      symlinkSync(join(project, 'node_modules', entry), join(packages, entry), 'junction');
    }
  }

  read = (path: string): string => readFileSync(join(this.folder, path), 'utf8');

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Changes a file; throws where the change would change nothing, and so plant nothing. */
  change(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${path} holds no ${String(from)} to plant a fault in.`);
    this.write(path, after);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Puts a file back as the project has it, or takes it away where the project has none. */
  restore(path: string): void {
    if (existsSync(join(project, path))) cpSync(join(project, path), join(this.folder, path), { recursive: true });
    else rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  /** Runs the whole build here, as `npm run build` does. */
  build(environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return new Promise((done) => {
      const child = spawn(process.execPath, ['src/build/build-site.ts'], {
        cwd: this.folder,
        env: { ...process.env, ...environment },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      child.on('close', (exitCode) => done({ exitCode: exitCode ?? 1, output }));
    });
  }

  /** Deletes the copy. */
  delete = (): void => rmSync(this.#temporary, { recursive: true, force: true });
}

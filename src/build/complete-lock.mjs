/**
 * Completes package-lock.json with the optional platform packages that npm left out, so that `npm ci` works on
 * Linux, macOS and Windows. npm writes only those that its registry offered when the lock was made, and `npm ci`
 * then refuses the lock elsewhere (EUSAGE, "Missing: … from lock file"). Run it after each change of a dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  android: 'android',
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue;
    const words = name.split('/').at(-1).split('-');
    const os = words.map((word) => systems[word]).find(Boolean);
    const cpu = ['x64', 'arm64'].find((word) => words.includes(word));
    if (!os || !cpu)
      throw new Error(`package-lock.json: ${name} is missing, and its name tells no platform; add it by hand.`);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(words.includes('musl') ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os],
    };
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${added.join(', ')}`);

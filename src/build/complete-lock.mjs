/**
 * Completes package-lock.json with the optional platform packages that npm left out, so that `npm ci` works on
 * Linux, macOS and Windows. npm writes only those that its registry offered when the lock was made, or an older version
 * that another package asks for, and `npm ci` then refuses the lock (EUSAGE, "Missing: … from lock file"). Run it after
 * each change of a dependency.
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
const { packages } = lock;
const added = [];

/** What a package's name tells of its platform. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = ['x64', 'arm64', 'wasm32'].find((word) => words.includes(word));
  if (!cpu) throw new Error(`package-lock.json: ${name} is missing, and its name tells no platform; add it by hand.`);
  return {
    cpu: [cpu],
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

/** The entry that a package in this folder of modules would get, looking upwards as Node does. */
function resolved(folder, name) {
  for (let place = folder; ; place = place.slice(0, place.lastIndexOf('node_modules/', place.length - 14) + 13)) {
    if (packages[place + name] || place === 'node_modules/') return packages[place + name];
  }
}

// The deepest first: what they share with the root then moves beside them before the root gets its own.
const dependants = Object.entries(packages).sort(([a], [b]) => b.length - a.length);
for (const [path, entry] of dependants) {
  const folder = path.slice(0, path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = resolved(folder, name);
    const isExact = /^\d/.test(version);
    if (found && (!isExact || found.version === version)) {
      // It may be the root's by chance: kept beside the package that asks for it, the root can have another.
      if (isExact && folder !== 'node_modules/') packages[folder + name] ??= { ...found };
      continue;
    }
    const { integrity: _, ...shape } = found ?? {};
    packages[folder + name] = { ...shape, ...platformOf(name), version, ...(entry.dev ? { dev: true } : {}) };
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${added.join(', ')}`);

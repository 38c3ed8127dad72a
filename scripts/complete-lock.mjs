#!/usr/bin/env node
// Adds a stub to package-lock.json for each optional dependency that is named there but has no entry.
//
// Why: `npm install` leaves other platforms' binaries out of the lock when the registry it asked lacks them,
// and `npm ci` then refuses the whole lock. A stub (version, os, cpu, optional) is enough for it to go on.
import { readFileSync, writeFileSync } from 'node:fs';

if (process.argv.includes('--help')) {
  console.log('node scripts/complete-lock.mjs   adds missing optional entries to package-lock.json; run by `npm run lock`');
  process.exit(0);
}

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** Guesses `os` and `cpu` from a package's name, as in `@scope/thing-linux-arm64-gnu`. */
function platformOf(name) {
  const systems = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'openharmony'];
  const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'ppc', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];
  const words = name.split(/[/@._-]+/);
  const system = systems.find((word) => words.includes(word)) ?? (words.includes('windows') ? 'win32' : undefined);
  const processor = processors.find((word) => words.includes(word)) ?? (words.includes('armv7') ? 'arm' : undefined);
  return { ...(system ? { os: [system] } : {}), ...(processor ? { cpu: [processor] } : {}) };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    let folder = path;
    let found = false;
    for (;;) {
      const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
      if (lock.packages[candidate]) found = true;
      if (found || folder === '') break;
      const cut = folder.lastIndexOf('/node_modules/');
      folder = cut === -1 ? '' : folder.slice(0, cut);
    }
    if (found) continue;
    const version = range.replace(/^[\^~>=\s]+/, '');
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
    added += 1;
  }
}

if (added > 0) {
  const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  lock.packages = sorted;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added} optional entries added.`);

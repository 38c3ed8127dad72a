// Stops a build that would send phones what only the server needs: the calendar library (56 KB) and Node's own modules.
// It happens when a component, rather than a loader, imports `@pursestrings/basics/time` or `/ids`: give the component words.
import { readdir, readFile } from 'node:fs/promises';

const forbidden = [
  { sign: 'PlainDateTime', means: 'temporal-polyfill' },
  { sign: 'writeUIntBE', means: "the making of ids, which needs Node's random numbers" },
];
const assets = new URL('../build/client/assets/', import.meta.url);

const faults = [];
for (const name of await readdir(assets)) {
  if (!name.endsWith('.js')) continue;
  const code = await readFile(new URL(name, assets), 'utf8');
  for (const { sign, means } of forbidden) if (code.includes(sign)) faults.push(`${name} holds ${means} ('${sign}')`);
}
if (faults.length > 0) {
  process.stderr.write(`These are for the server alone:\n  ${faults.join('\n  ')}\nImport them in loaders and actions only.\n`);
  process.exit(1);
}

// The work of `npm run bench`; scripts/bench.mjs tells how to use it. Each bench is a program of its own, so that none warms up or slows down another.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const benches: readonly string[] = ['count', 'lists', 'pages', 'cast'];
/** These take minutes, so they run only when they are asked for. */
const onlyWhenNamed: readonly string[] = ['safety'];

function run(name: string): boolean {
  console.log(`\n──── ${name}`);
  const result = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return result.status === 0;
}

const names = process.argv.slice(2);
const known = [...benches, ...onlyWhenNamed];
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exitCode = 1;
} else {
  const chosen = names.length > 0 ? known.filter((name) => names.includes(name)) : benches;
  const failed = chosen.filter((name) => !run(name));
  if (failed.length > 0) {
    console.error(`\nFailed, or over a limit: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

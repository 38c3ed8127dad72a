#!/usr/bin/env node
// `npm run check`: the quick half of `npm test`, for before each commit.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(
    'npm run check   types, lint, boundaries, unused and unit tests (house rules and words among them); `npm test` runs everything',
  );
  process.exit(0);
}

await installOrExit();
await runUnderOwnNode('scripts/checks/run.ts', ['quick', ...process.argv.slice(2)]);

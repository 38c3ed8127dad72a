#!/usr/bin/env node
// `npm test`: installs what is missing, then everything that can fail. The parts stand in checks/parts.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm test [-- PART …]

Runs types, lint, boundaries, unused, build, unit tests (house rules and words among them), launcher tests, integration, contract and
migration tests, and browser tests; goes on after a part that fails, and ends with a line  N passed, N failed
Name parts to run only those, for example:  npm test -- types unit
As root it installs the system's packages that are missing; otherwise it prints the command that would.`);
  process.exit(0);
}

await installOrExit();
await runUnderOwnNode('scripts/checks/run.ts', ['all', ...process.argv.slice(2)]);

#!/usr/bin/env node
// `npm run demo:reset`: the demonstration as on its first day. The work is in laptop/demo-reset.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm run demo:reset [-- --yes]

Throws away everything in the data folder's database, so that the next npm start loads the demonstration anew. Stop the site first.
Refused where the data folder does not hold the demonstration. Asks before it does it, unless --yes is given.`);
  process.exit(0);
}

await installOrExit();
await runUnderOwnNode('scripts/laptop/demo-reset.ts', process.argv.slice(2));

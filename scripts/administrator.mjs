#!/usr/bin/env node
// `npm run administrator`: names who may set up neighbourhoods. The work is in administrator.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help') || process.argv.length < 3) {
  console.log(`npm run administrator -- EMAIL [--end]

Lets whoever signs in with this e-mail address set up neighbourhoods. Inside a neighbourhood it gives no power: an
administrator cannot vote, approve spending, change the ledger or read ballots. They sign in by letter, like anybody.

  --end   takes it away again

The database is the one that npm start uses (PURSESTRINGS_DATA), or that of MIGRATOR_DATABASE_URL. Ends with 0, or 1 with the reason.`);
  process.exit(process.argv.includes('--help') ? 0 : 1);
}

await installOrExit();
await runUnderOwnNode('scripts/administrator.ts', process.argv.slice(2));

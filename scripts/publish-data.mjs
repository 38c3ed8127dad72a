#!/usr/bin/env node
// `npm run publish-data`: a place's open data as a folder. The work is in publish-data.ts and in the API's own program commands/publish-data.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help') || process.argv.length < 3) {
  console.log(`npm run publish-data -- PLACE --out DIR

Writes a neighbourhood's open data as a folder of files: the ledger, the decisions, the votes with their ballots and results,
payments in the form of the Transparency Code, grants in the form of 360Giving, and manifest.json with the sum of each file.
They are the files that stand under /open/PLACE. Works beside a running site.

  PLACE       the neighbourhood's name, or its short name as in its address
  --out DIR   where to write it: a new folder, an empty one, or one written by this command before

The database is the one that npm start uses (PURSESTRINGS_DATA or DATABASE_URL). Ends with 0, or 1 with the reason.
Afterwards, npm run verify -- DIR checks that everything fits together.`);
  process.exit(process.argv.includes('--help') ? 0 : 1);
}

await installOrExit();
await runUnderOwnNode('scripts/publish-data.ts', process.argv.slice(2));

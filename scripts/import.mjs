#!/usr/bin/env node
// `npm run import`: a round from a Pabulib file. The work is in import.ts and in the API's own program commands/import.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help') || process.argv.length < 3) {
  console.log(`npm run import -- FILE.pb --neighbourhood NAME

Makes a vote out of an election in Pabulib's .pb format, for trying things out with real input: a voting list of random
voters without accounts, every ballot sealed and cast through the ballot box's own door, then closed, opened, counted and
published. All or nothing. The vote's page says that it was brought in. Works beside a running site; refused in production.

  --neighbourhood NAME   the neighbourhood's name, or its short name as in its address
  --title TITLE          what to call the vote; the file's own description unless given
  --quick                leave out how close each project came, which takes most of the time

The database is the one that npm start uses (PURSESTRINGS_DATA or DATABASE_URL). Ends with 0, or 1 with the reason.`);
  process.exit(process.argv.includes('--help') ? 0 : 1);
}

await installOrExit();
await runUnderOwnNode('scripts/import.ts', process.argv.slice(2));

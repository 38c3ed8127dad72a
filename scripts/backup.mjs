#!/usr/bin/env node
// `npm run backup`: one file that holds everything of this laptop, tried out before it counts. The work is in laptop/backup.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm run backup [-- --out FOLDER]

Writes pursestrings-backup-….tar.gz into FOLDER (a stick or another disk; 'backups' in the data folder unless given), while the site
runs or not. The copy is started and read through before it is kept. Backups of ours in FOLDER that are older than 35 days are removed.
The keys of votes that are going on are left out on purpose. It holds people's names and addresses: keep it as safe as the laptop.`);
  process.exit(0);
}

await installOrExit();
await runUnderOwnNode('scripts/laptop/backup.ts', process.argv.slice(2));

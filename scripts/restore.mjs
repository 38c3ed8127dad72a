#!/usr/bin/env node
// `npm run restore`: puts a backup in place of what is there, which is kept beside it. The work is in laptop/restore.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help') || process.argv.length < 3) {
  console.log(`npm run restore -- FILE

Puts everything back as it was when FILE (pursestrings-backup-….tar.gz) was made. Stop the site first. The backup is started and read
through before anything is changed, and what was there is kept in a folder 'before-restore-…' in the data folder.`);
  process.exit(process.argv.includes('--help') ? 0 : 1);
}

await installOrExit();
await runUnderOwnNode('scripts/laptop/restore.ts', process.argv.slice(2));

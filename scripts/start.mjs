#!/usr/bin/env node
// `npm start`: from a fresh clone to a running site. This first part needs nothing but Node 20 and npm; the rest is laptop/start.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm start

Installs what is missing, builds what has changed, starts a database in a folder of its own, loads the demonstration and
serves the site until you press Ctrl-C.

  PORT=3000                  the port of the site
  PURSESTRINGS_DATA=FOLDER   where everything is kept (.data in this folder unless set)
  PURSESTRINGS_DEMO=no       start without the demonstration neighbourhoods
  DATABASE_URL=postgresql:…  use this PostgreSQL (15 or later) instead of starting one; a superuser's address makes the roles
  REDIS_URL=redis:…          use this Redis for jobs
  MAIL_URL=smtp:…            send letters by this server; without it they can be read on a page`);
  process.exit(0);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`This is Node ${process.versions.node}; Pursestrings needs Node 20 or later. Get it from https://nodejs.org`);
  process.exit(1);
}
if (process.platform === 'win32') {
  console.error('On Windows, Pursestrings runs inside WSL (Linux in Windows). Install WSL and Ubuntu, and run the same command there.');
  process.exit(1);
}

await installOrExit();
await runUnderOwnNode('scripts/laptop/start.ts', process.argv.slice(2));

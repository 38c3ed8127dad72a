#!/usr/bin/env node
// `npm run bench`: figures of this machine. The work is in bench/run.ts.
import { installOrExit, runUnderOwnNode } from './laptop/installed.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm run bench [-- NAME …]

Prints figures, each beside its limit or its peer in the same run, and writes them with the kind of machine to
bench/results/NAME.json. Ends with 1 when a limit is passed. What the figures mean stands in docs/running/figures.md.

  count    seconds for reading and counting, and the ratio to a plain exact implementation
  lists    the list of proposals at 10, 100 and 1,000: milliseconds and SQL statements
  pages    bytes of the home page and the ballot page as sent with brotli, and their JavaScript (build first: npm start, or npx turbo run build)
  cast     ballots a second and their processor time, beside pgbench on the same SQL and the same server (needs pgbench:
           apt-get install -y postgresql-contrib)
  safety   200 times kill -9 while people cast and pay, about ten minutes; only when named`);
  process.exit(0);
}

await installOrExit();
await runUnderOwnNode('bench/run.ts', process.argv.slice(2));

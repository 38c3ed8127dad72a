// Jest's global setup for tests that need PostgreSQL: one server for the run, with the schema of the API as it stands in the tree.
// A test file then calls `makeTestDatabase()` of packages/tooling, which reads the addresses left in the environment here.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startTestPostgres } from './test-postgres.ts';

const root = join(import.meta.dirname, '..', '..');

/** Runs a program and throws what it said unless it ended well. */
function run(program, args, environment = {}) {
  const result = spawnSync(program, args, { cwd: root, env: { ...process.env, ...environment }, encoding: 'utf8' });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`);
}

/**
 * Compiles the API into a folder of this run's own (the tests must see today's migrations, not yesterday's, and two runs must
 * not write over each other), and runs its migrations. Types are another check's business: here they are only taken off.
 */
async function migrate({ migratorUrl, appUrl }) {
  const out = `apps/api/build/test-${process.pid}`;
  try {
    run(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      'apps/api/tsconfig.build.json',
      '--noCheck',
      '--outDir',
      out,
    ]);
    const environment = { MIGRATOR_DATABASE_URL: migratorUrl, DATABASE_URL: appUrl, NODE_ENV: 'test', NODE_OPTIONS: '' };
    run(process.execPath, [`${out}/migrate.js`], environment);
  } finally {
    rmSync(join(root, out), { recursive: true, force: true });
  }
}

// biome-ignore lint/style/noDefaultExport: Jest takes the default export
export default async function setUp() {
  const server = await startTestPostgres({ migrate });
  process.env.PURSESTRINGS_TEST_SUPERUSER_URL = server.superuserUrl;
  process.env.PURSESTRINGS_TEST_APP_URL = server.templateUrls.appUrl;
  process.env.PURSESTRINGS_TEST_MIGRATOR_URL = server.templateUrls.migratorUrl;
  globalThis.stopTestPostgres = server.stop;
}

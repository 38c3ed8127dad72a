// Jest's global setup for tests that need PostgreSQL: one server for the run, with the schema of the API as it stands in the tree.
// A test file then calls `makeTestDatabase()` of packages/tooling, which reads the addresses left in the environment here.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startTestPostgres } from './test-postgres.ts';

const root = join(import.meta.dirname, '..', '..');

/** Runs a program and throws what it said unless it ended well. */
function run(program, args, environment = {}) {
  const result = spawnSync(program, args, { cwd: root, env: { ...process.env, ...environment }, encoding: 'utf8' });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`);
}

/** Compiles the API (the tests must see today's migrations, not yesterday's) and runs its migrations. */
async function migrate({ migratorUrl, appUrl }) {
  if (!existsSync(join(root, 'apps/api/src/migrate.ts'))) {
    console.warn('There is no apps/api/src/migrate.ts: the test databases are empty.');
    return;
  }
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'apps/api/tsconfig.build.json']);
  const environment = { MIGRATOR_DATABASE_URL: migratorUrl, DATABASE_URL: appUrl, NODE_ENV: 'test', NODE_OPTIONS: '' };
  run(process.execPath, ['apps/api/dist/migrate.js'], environment);
}

// biome-ignore lint/style/noDefaultExport: Jest takes the default export
export default async function setUp() {
  const server = await startTestPostgres({ migrate });
  process.env.PURSESTRINGS_TEST_SUPERUSER_URL = server.superuserUrl;
  process.env.PURSESTRINGS_TEST_APP_URL = server.templateUrls.appUrl;
  process.env.PURSESTRINGS_TEST_MIGRATOR_URL = server.templateUrls.migratorUrl;
  globalThis.stopTestPostgres = server.stop;
}

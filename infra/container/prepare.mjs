// Run once before each start of app and worker: roles and database as the superuser, then the tables as `migrator`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRoles } from '../../scripts/laptop/roles.ts';
import { urlFrom } from './urls.mjs';

const secrets = join(process.env.PURSESTRINGS_DATA ?? '/data', 'secrets');
const file = process.env.POSTGRES_PASSWORD_FILE ?? '/run/secrets/postgres_bootstrap';
const urls = await makeRoles(urlFrom({ role: 'bootstrap', database: 'postgres', file }), secrets);
console.log('The roles and the database are there.');

/** Runs one of the programs of the API; ends as it ends if it fails. */
function run(program) {
  const path = fileURLToPath(new URL(`../../apps/api/dist/${program}`, import.meta.url));
  if (!existsSync(path)) return;
  const environment = { ...process.env, DATABASE_URL: urls.appUrl, MIGRATOR_DATABASE_URL: urls.migratorUrl };
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit', env: environment });
  if (status !== 0) process.exit(status ?? 1);
}

run('migrate.js');
if (process.env.PURSESTRINGS_DEMONSTRATION === 'yes') run('demo.js');

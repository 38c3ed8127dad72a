import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from './embedded-postgres.ts';
import { isAlive, runningServer } from './postmaster-file.ts';
import type { RoleUrls } from './roles.ts';
import { makeRoles } from './roles.ts';

/** The database with the whole schema and no rows, from which each test file's own is copied. */
export const TEMPLATE_DATABASE = 'pursestrings_template';

const PREFIX = 'pursestrings-test-';

/** Nothing here outlives the run, so nothing is made safe on disk: this is what makes a copied database take milliseconds. */
const TEST_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
  max_connections: '300',
  shared_buffers: '256MB',
  jit: 'off',
} as const;

export interface TestPostgres {
  /** Address of `postgres` as superuser, for making and dropping databases. */
  readonly superuserUrl: string;
  /** Addresses of the template database; only the path is different for a copy. */
  readonly templateUrls: RoleUrls;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Makes the schema in the template database. */
  readonly migrate: (urls: RoleUrls) => Promise<void>;
  /** Settings on top of, or instead of, those for tests; `{ fsync: 'on', … }` where losing nothing is what is tested. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts one PostgreSQL in a temporary folder with the program's roles and a migrated template. Sweeps up after runs that were killed. */
export async function startTestPostgres(options: TestPostgresOptions): Promise<TestPostgres> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'started-by'), String(process.pid));
  const server = await startPostgres({ dataFolder: folder, settings: { ...TEST_SETTINGS, ...options.settings } });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const templateUrls = await makeRoles(server.superuserUrl, join(folder, 'secrets'), { database: TEMPLATE_DATABASE });
    await options.migrate(templateUrls);
    await closeTemplate(server.superuserUrl);
    return { superuserUrl: server.superuserUrl, templateUrls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nobody may be connected to a template while it is copied, so nobody may connect any more. */
async function closeTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${TEMPLATE_DATABASE} WITH ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [TEMPLATE_DATABASE]);
  await client.end();
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const note = join(tmpdir(), name, 'started-by');
    if (!name.startsWith(PREFIX) || !existsSync(note) || isAlive(Number(readFileSync(note, 'utf8')))) continue;
    const left = runningServer(join(tmpdir(), name, 'postgres'));
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

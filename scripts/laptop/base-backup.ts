import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { copyTree } from './copy-tree.ts';
import { startPostgres } from './embedded-postgres.ts';
import { runningServer } from './postmaster-file.ts';
import { LaptopProblem } from './problem.ts';
import { serverUser } from './programs.ts';
import { withDatabase } from './roles.ts';

/** What PostgreSQL makes anew at each start, and so is not copied (its documentation, 'Making a Base Backup Using the Low Level API'). */
const MADE_ANEW = /^(postmaster\.(pid|opts)|(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.*)$/;
const TEMPORARY = /(^|\/)pgsql_tmp[^/]*/;
const LOG = /^pg_wal\/./;
/** A piece of the log; their names sort as they were written. */
const SEGMENT = /^[0-9A-F]{24}$/;
const CONTROL = 'global/pg_control';

/** Rows of each table of each database, by `database.schema.table`. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * Copies the cluster of a running server into `work/postgres`, so that it holds everything that was saved when this ends.
 *
 * There is no pg_basebackup in the packaged PostgreSQL, so this does the same: it tells the server, copies the files as they are (a page
 * copied while it was being written is put right from the log), then adds the log that was written meanwhile, which a slot keeps.
 */
export async function copyCluster(superuserUrl: string, cluster: string, work: string): Promise<void> {
  const copy = join(work, 'postgres');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`SELECT pg_create_physical_replication_slot('pursestrings_backup', true, true)`);
    const begun = await client.query<{ file: string }>(`SELECT pg_walfile_name(pg_backup_start('pursestrings', true)) AS file`);
    copyTree(cluster, copy, (path) => MADE_ANEW.test(path) || TEMPORARY.test(path) || LOG.test(path) || path === CONTROL);
    copyTree(join(cluster, CONTROL), join(copy, CONTROL));
    const ended = await client.query<{ file: string; labelfile: string; spcmapfile: string }>(
      'SELECT pg_walfile_name(lsn) AS file, labelfile, spcmapfile FROM pg_backup_stop(false)',
    );
    const first = begun.rows[0]?.file;
    const last = ended.rows[0];
    if (first === undefined || last === undefined) throw new LaptopProblem('PostgreSQL did not finish the backup.');
    if (last.spcmapfile.trim() !== '') throw new LaptopProblem('This database uses tablespaces, which npm run backup cannot copy.');
    writeFor(join(copy, 'backup_label'), last.labelfile);
    copyTree(join(cluster, 'pg_wal'), join(copy, 'pg_wal'), (path) => SEGMENT.test(path) && (path < first || path > last.file));
  } finally {
    await client.end();
  }
}

function writeFor(file: string, text: string): void {
  const { uid, gid } = serverUser();
  writeFileSync(file, text, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
}

/**
 * Starts the cluster in `work/postgres`, reads every row of every table, and stops it in good order; what is left in `work` is then
 * a cluster that starts at once. Page checksums are on, so a damaged page is an error here.
 */
export async function tryOut(work: string): Promise<RowCounts> {
  const server = await startPostgres({ dataFolder: work });
  try {
    return await countRows(server.superuserUrl);
  } finally {
    await server.stop();
    for (const name of readdirSync(work)) {
      if (/^(run|postgres-port|postgres\.log(\.old)?|postgres-programs)$/.test(name)) rmSync(join(work, name), { recursive: true });
    }
  }
}

async function countRows(superuserUrl: string): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  const databases = await ask<{ datname: string }>(
    superuserUrl,
    'SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate',
  );
  for (const { datname } of databases) {
    const url = withDatabase(superuserUrl, datname);
    const tables = await ask<{ name: string }>(
      url,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      // The whole row is looked at: a plain count could be answered without reading what lies out of line.
      const [row] = await ask<{ rows: string }>(url, `SELECT count(t::text) AS rows FROM ${name} t`);
      counts[`${datname}.${name}`] = Number(row?.rows ?? 0);
    }
  }
  return counts;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** An empty folder for the work of a backup; one left by a backup that was killed is cleared, its server ended first. */
export async function makeWorkFolder(work: string): Promise<void> {
  if (existsSync(work)) {
    if (runningServer(join(work, 'postgres'))) await (await startPostgres({ dataFolder: work })).stop();
    rmSync(work, { recursive: true, force: true });
  }
  mkdirSync(work, { recursive: true, mode: 0o755 });
}

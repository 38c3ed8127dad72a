import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { startPostgres } from './embedded-postgres.ts';
import { isAlive, runningServer } from './postmaster-file.ts';
import { serverUser } from './programs.ts';

let folder: string;
const started: EmbeddedPostgres[] = [];

async function start(settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataFolder: folder, settings: { shared_buffers: '16MB', ...settings } });
  started.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  // Of several statements at once the driver gives several results.
  const results: unknown = await client.query(sql);
  await client.end();
  return ([results].flat() as pg.QueryResult[]).at(-1)?.rows[0];
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pursestrings-launcher-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

test('starts anew, and again with what was kept, on the same port', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept (a int); INSERT INTO kept VALUES (7)');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await ask(second, 'SELECT a FROM kept')).toEqual({ a: 7 });
}, 60_000);

test('keeps to UTF-8, the C locale, UTC, the loopback address and safe settings', async () => {
  const server = await start();
  const setting = (name: string): string => `current_setting('${name}') AS ${name.toLowerCase()}`;
  const names = ['server_encoding', 'TimeZone', 'listen_addresses', 'fsync', 'full_page_writes', 'synchronous_commit'];
  expect(await ask(server, `SELECT ${names.map(setting).join(', ')}`)).toEqual({
    server_encoding: 'UTF8',
    timezone: 'UTC',
    listen_addresses: '127.0.0.1',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  });
  const [pid = ''] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  expect(Number(pid)).toBe(server.pid);
  const { uid } = serverUser();
  if (uid !== undefined) expect(statSync(join(folder, 'postgres')).uid).toBe(uid);
}, 60_000);

test('starts over an empty postmaster.pid, as a power cut leaves it', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), '');
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual({ one: 1 });
}, 60_000);

test('starts over a postmaster.pid whose number now belongs to another program', async () => {
  const first = await start();
  const note = join(folder, 'postgres', 'postmaster.pid');
  const lines = readFileSync(note, 'utf8').split('\n');
  await first.stop();
  writeFileSync(note, [String(process.pid), ...lines.slice(1)].join('\n'));
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual({ one: 1 });
}, 60_000);

test('the note of a server that was killed is left for PostgreSQL to judge', () => {
  mkdirSync(join(folder, 'postgres'));
  const note = join(folder, 'postgres', 'postmaster.pid');
  writeFileSync(note, '4194303\n/x\n1\n5432\n');
  expect(runningServer(join(folder, 'postgres'))).toBeUndefined();
  expect(existsSync(note)).toBe(true);
});

test('after kill -9 of the server it starts again and nothing committed is lost', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept (a int); INSERT INTO kept VALUES (8)');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  expect(await ask(await start(), 'SELECT a FROM kept')).toEqual({ a: 8 });
}, 60_000);

test('a server left by a start that was killed is found and used', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
}, 60_000);

test('half a cluster, left by a first start that was broken off, is made anew', async () => {
  mkdirSync(join(folder, 'postgres.new'));
  writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual({ one: 1 });
}, 60_000);

test('a lost password is told in words that say which file', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'secrets', 'postgres-bootstrap'), 'another\n');
  await expect(start()).rejects.toThrow(/refuses the password in .*postgres-bootstrap/);
}, 60_000);

test('a setting that PostgreSQL refuses is told with its own words', async () => {
  await expect(start({ shared_buffers: 'plenty' })).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
}, 60_000);

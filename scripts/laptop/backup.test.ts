import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { backupName, staysHere, tooOld } from './backup-file.ts';
import { copyCluster, makeWorkFolder, tryOut } from './base-backup.ts';
import { startPostgres } from './embedded-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'pursestrings-backup-'));
const data = join(folder, 'data');
const stick = join(folder, 'stick');
const ROUND_KEY = 'round-key-0197a3a0-7f2e-7c3a-9c3a-3f6a2b1c0d9e';

/** Runs one of the commands as `npm run` would, in the data folder of this test. */
function run(program: string, ...args: string[]): { status: number | null; words: string } {
  const environment = { ...process.env, PURSESTRINGS_DATA: data, DATABASE_URL: '', NODE_OPTIONS: '' };
  const result = spawnSync(process.execPath, [join(import.meta.dirname, program), ...args], { env: environment, encoding: 'utf8' });
  return { status: result.status, words: result.stdout + result.stderr };
}

async function inDatabase<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ dataFolder: data });
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    return await work(client, server.superuserUrl);
  } finally {
    await client.end();
    await server.stop();
  }
}

const countKept = () => inDatabase(async (client) => Number((await client.query('SELECT count(*) AS n FROM kept')).rows[0].n));
const newest = (): string => join(stick, readdirSync(stick).toSorted().at(-1) ?? 'none');

beforeAll(async () => {
  chmodSync(folder, 0o755);
  mkdirSync(data);
  await inDatabase(async (client) => {
    await client.query(`CREATE TABLE kept (a int, b text); INSERT INTO kept SELECT n, repeat('x', 500) FROM generate_series(1, 5000) n`);
  });
  writeFileSync(join(data, 'secrets', 'pepper'), 'pepper');
  writeFileSync(join(data, 'secrets', ROUND_KEY), 'a key');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a copy made while rows are written holds every row that was saved before it began', async () => {
  const work = join(folder, 'work');
  await makeWorkFolder(work);
  const [before, after] = await inDatabase(async (client, url) => {
    await client.query('CREATE TABLE busy (a int)');
    // The server itself writes on and on, each row a transaction: the copying below keeps this process busy.
    const writer = new pg.Client({ connectionString: url });
    writer.on('error', () => undefined);
    await writer.connect();
    const writing = writer
      .query('DO $$ BEGIN FOR n IN 1..1000000 LOOP INSERT INTO busy VALUES (n); COMMIT; END LOOP; END $$')
      .catch(() => undefined);
    const count = async () => Number((await client.query('SELECT count(*) AS n FROM busy')).rows[0].n);
    while ((await count()) < 100) await client.query('SELECT pg_sleep(0.02)');
    const counts = [await count()];
    await copyCluster(url, join(data, 'postgres'), work);
    counts.push(await count());
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'DO $$%'`);
    await writing;
    await writer.end().catch(() => undefined);
    return counts;
  });
  mkdirSync(join(work, 'secrets'));
  writeFileSync(join(work, 'secrets', 'postgres-bootstrap'), readFileSync(join(data, 'secrets', 'postgres-bootstrap')));
  const rows = await tryOut(work);
  expect(rows['postgres.public.kept']).toBe(5000);
  expect(after).toBeGreaterThan(before ?? 0);
  expect(rows['postgres.public.busy']).toBeGreaterThan(before ?? 0);
  expect(rows['postgres.public.busy']).toBeLessThanOrEqual(after ?? 0);
}, 120_000);

test('backup and restore bring back what was lost, without the keys of votes, and keep what was there', async () => {
  const backup = run('backup.ts', '--out', stick);
  expect(backup).toMatchObject({ status: 0 });
  expect(backup.words).toContain('Backed up');
  expect(statSync(newest()).mode & 0o077).toBe(0);
  const listed = spawnSync('tar', ['-tzf', newest()], { encoding: 'utf8' }).stdout;
  expect(listed).toContain('secrets/pepper');
  expect(listed).not.toContain(ROUND_KEY);
  await inDatabase((client) => client.query('DELETE FROM kept'));
  expect(await countKept()).toBe(0);
  const restore = run('restore.ts', newest());
  expect(restore).toMatchObject({ status: 0 });
  expect(await countKept()).toBe(5000);
  // The key of a vote that goes on is taken over from what was here.
  expect(readFileSync(join(data, 'secrets', ROUND_KEY), 'utf8')).toBe('a key');
  expect(readdirSync(data).some((name) => name.startsWith('before-restore-'))).toBe(true);
  expect(readdirSync(data)).not.toContain('restore.work');
}, 120_000);

test('a damaged backup is refused in words and changes nothing', async () => {
  const bytes = readFileSync(newest());
  const damaged = join(folder, 'damaged.tar.gz');
  writeFileSync(damaged, bytes.subarray(0, bytes.length / 2));
  const restore = run('restore.ts', damaged);
  expect(restore.status).toBe(1);
  expect(restore.words).toMatch(/was NOT restored[\s\S]*damaged, or is not a backup/);
  expect(await countKept()).toBe(5000);
}, 120_000);

test('a backup into a folder that may not be written says that there is none', () => {
  writeFileSync(join(folder, 'a-file'), '');
  const backup = run('backup.ts', '--out', join(folder, 'a-file', 'below'));
  expect(backup.status).toBe(1);
  expect(backup.words).toContain('There is NO backup of today');
  expect(existsSync(join(data, 'backup.work'))).toBe(false);
});

test('demo:reset refuses a data folder that does not hold the demonstration', async () => {
  expect(run('demo-reset.ts', '--yes')).toMatchObject({ status: 1 });
  expect(await countKept()).toBe(5000);
}, 60_000);

test('demo:reset throws the demonstration away, once somebody is sure', () => {
  writeFileSync(join(data, 'demonstration-loaded'), '');
  expect(run('demo-reset.ts').words).toContain('If you are sure');
  expect(existsSync(join(data, 'postgres'))).toBe(true);
  expect(run('demo-reset.ts', '--yes')).toMatchObject({ status: 0 });
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  expect(existsSync(join(data, 'secrets', 'pepper'))).toBe(true);
  expect(existsSync(join(data, 'secrets', ROUND_KEY))).toBe(false);
}, 60_000);

test("per-round keys never lie in a backup; the installation's own do", () => {
  expect([ROUND_KEY, 'k-ref-0197a3a07f2e7c3a9c3a3f6a2b1c0d9e', 'kref-spring', 'share-1'].map(staysHere)).toEqual([true, true, true, true]);
  expect(['postgres-app', 'postgres-bootstrap', 'pepper', 'form-token', 'k-sig'].map(staysHere)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('backups of ours are removed after 35 days, and nothing else is', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const kept = [backupName(now), 'pursestrings-backup-2026-10-21-120000.tar.gz', 'letter.tar.gz'];
  const old = ['pursestrings-backup-2026-10-20-120000.tar.gz', 'pursestrings-backup-2025-12-01-120000.tar.gz'];
  expect(kept[0]).toBe('pursestrings-backup-2026-11-24-120000.tar.gz');
  expect(tooOld([...kept, ...old], now)).toEqual(old);
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { RoleUrls } from './roles.ts';
import { makeRoles, withDatabase } from './roles.ts';
import type { TestPostgres } from './test-postgres.ts';
import { startTestPostgres } from './test-postgres.ts';

// Safety, section 1: `app` is what the program is, and must own nothing and be able to become nobody.

const ROLES = ['across', 'app', 'jobs_owner', 'migrator', 'owner'];
const secrets = mkdtempSync(join(tmpdir(), 'pursestrings-secrets-'));
let server: TestPostgres;
let urls: RoleUrls;

async function ask<T extends pg.QueryResultRow>(url: string, sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values.length > 0 ? [...values] : undefined)).rows;
  } finally {
    await client.end();
  }
}

const asSuperuser = <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
  ask<T>(withDatabase(server.superuserUrl, 'pursestrings'), sql, values);

beforeAll(async () => {
  server = await startTestPostgres({ migrate: async () => undefined });
  urls = await makeRoles(server.superuserUrl, secrets);
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(secrets, { recursive: true });
});

test('the five roles have no right beyond what was promised', async () => {
  const rows = await asSuperuser(
    `SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit
     FROM pg_roles WHERE rolname = ANY($1) ORDER BY rolname`,
    [ROLES],
  );
  const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolinherit: false };
  const mayLogIn = ['app', 'migrator'];
  expect(rows).toEqual(ROLES.map((rolname) => ({ rolname, rolcanlogin: mayLogIn.includes(rolname), ...none })));
});

test('only migrator may become another role, and owner only across', async () => {
  const rows = await asSuperuser(
    `SELECT m.rolname AS member, r.rolname AS role, a.admin_option, a.inherit_option
     FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
     WHERE m.rolname = ANY($1) ORDER BY 1, 2`,
    [ROLES],
  );
  const grant = (member: string, role: string) => ({ member, role, admin_option: false, inherit_option: false });
  expect(rows).toEqual([
    grant('migrator', 'across'),
    grant('migrator', 'jobs_owner'),
    grant('migrator', 'owner'),
    grant('owner', 'across'),
  ]);
});

test('app owns nothing and can neither make anything nor become anybody', async () => {
  expect(
    await asSuperuser(`SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid WHERE r.rolname = 'app' AND d.deptype = 'o'`),
  ).toEqual([]);
  for (const sql of [
    'CREATE TABLE public.mine (a int)',
    'CREATE SCHEMA mine',
    'CREATE TABLE bullmq.mine (a int)',
    'CREATE TEMPORARY TABLE mine (a int)',
    'CREATE ROLE mine',
    'CREATE DATABASE mine',
    'SET ROLE owner',
    'SET ROLE across',
    'SET ROLE jobs_owner',
    'SET SESSION AUTHORIZATION bootstrap',
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ]) {
    await expect(ask(urls.appUrl, sql)).rejects.toThrow(/permission denied/);
  }
});

test('migrator makes as owner, and app sees only what it is granted', async () => {
  await ask(
    urls.migratorUrl,
    'SET ROLE owner; CREATE TABLE public.shown (a int); CREATE TABLE public.hidden (a int); GRANT USAGE ON SCHEMA public TO app; GRANT SELECT ON shown TO app',
  );
  expect(await ask(urls.appUrl, 'SELECT * FROM shown')).toEqual([]);
  await expect(ask(urls.appUrl, 'INSERT INTO shown VALUES (1)')).rejects.toThrow(/permission denied/);
  await expect(ask(urls.appUrl, 'SELECT * FROM hidden')).rejects.toThrow(/permission denied/);
  await expect(ask(urls.migratorUrl, 'SELECT * FROM public.hidden')).rejects.toThrow(/permission denied/);
});

test('owner can hand a function to across, and a policy for across does not open the rows to owner', async () => {
  await ask(
    urls.migratorUrl,
    `SET ROLE owner;
     CREATE TABLE kept (a int); INSERT INTO kept VALUES (1);
     ALTER TABLE kept ENABLE ROW LEVEL SECURITY; ALTER TABLE kept FORCE ROW LEVEL SECURITY;
     CREATE POLICY seen ON kept FOR SELECT TO across USING (true); GRANT SELECT ON kept TO across;
     GRANT USAGE, CREATE ON SCHEMA public TO across;
     CREATE FUNCTION seen() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT count(*) FROM kept';
     ALTER FUNCTION seen() OWNER TO across;
     REVOKE CREATE ON SCHEMA public FROM across;
     GRANT EXECUTE ON FUNCTION seen() TO app; GRANT USAGE ON SCHEMA public TO app, migrator`,
  );
  expect(await ask(urls.appUrl, 'SELECT seen() AS rows')).toEqual([{ rows: '1' }]);
  const client = new pg.Client({ connectionString: urls.migratorUrl });
  await client.connect();
  await client.query('SET ROLE owner');
  expect((await client.query('SELECT * FROM kept')).rows).toEqual([]);
  await client.end();
});

test("the queue's tables belong to jobs_owner; app reads and writes their rows", async () => {
  await ask(urls.migratorUrl, 'SET ROLE jobs_owner; CREATE TABLE bullmq.job (a bigint GENERATED ALWAYS AS IDENTITY, b int)');
  await ask(urls.appUrl, 'INSERT INTO bullmq.job (b) VALUES (1); UPDATE bullmq.job SET b = 2; DELETE FROM bullmq.job');
  await expect(ask(urls.appUrl, 'TRUNCATE bullmq.job')).rejects.toThrow(/permission denied/);
});

test('running it again keeps the passwords and takes back a right added by hand', async () => {
  await asSuperuser('ALTER ROLE app SUPERUSER');
  expect(await makeRoles(server.superuserUrl, secrets)).toEqual(urls);
  expect(await asSuperuser(`SELECT rolsuper FROM pg_roles WHERE rolname = 'app'`)).toEqual([{ rolsuper: false }]);
});

test('two starts at once both end well', async () => {
  const both = await Promise.all([1, 2].map(() => makeRoles(server.superuserUrl, secrets, { database: 'pursestrings' })));
  expect(both).toEqual([urls, urls]);
});

test('nobody else may connect to the database', async () => {
  await asSuperuser(`CREATE ROLE stranger LOGIN PASSWORD 'stranger'`);
  const url = new URL(urls.appUrl);
  url.username = 'stranger';
  url.password = 'stranger';
  await expect(ask(url.toString(), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
});

test('secrets are files that only their owner can read', () => {
  expect(statSync(join(secrets, 'postgres-app')).mode & 0o777).toBe(0o600);
  expect(statSync(secrets).mode & 0o077).toBe(0);
});

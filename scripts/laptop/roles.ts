import pg from 'pg';
import { readOrMakeSecret } from './secrets.ts';

export interface RoleUrls {
  /** How the program that serves connects: as `app`, which owns nothing. */
  readonly appUrl: string;
  /** How the schema is made and changed: as `migrator`, which may become `owner`, `jobs_owner` and `across`. */
  readonly migratorUrl: string;
}

export interface RoleOptions {
  /** The database to make; `pursestrings` unless said otherwise. */
  readonly database?: string;
}

/** Attributes are set at each run, so that one added by hand (a superuser, say) is gone after the next start. */
const ROLES = [
  { name: 'owner', attributes: 'NOLOGIN' },
  { name: 'jobs_owner', attributes: 'NOLOGIN' },
  { name: 'across', attributes: 'NOLOGIN' },
  { name: 'migrator', attributes: 'LOGIN' },
  { name: 'app', attributes: 'LOGIN' },
] as const;

/** NOINHERIT: being allowed to become `owner` or `across` gives none of their rights until it is done by name. */
const NO_RIGHTS = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS';

/** Who may become whom by `SET ROLE`. `owner` must be able to, or it could not hand the few functions of `across` over to it. */
const MAY_BECOME = [
  { member: 'migrator', role: 'owner' },
  { member: 'migrator', role: 'jobs_owner' },
  { member: 'migrator', role: 'across' },
  { member: 'owner', role: 'across' },
] as const;

/**
 * Makes the five roles of the program and its database on any PostgreSQL from 15 up, given a superuser's address.
 *
 * Passwords are random, kept in `secretsFolder` (`postgres-app`, `postgres-migrator`) and set anew from there each time.
 * Running it again changes nothing but what somebody changed by hand. Rights on tables are given by the migrations.
 */
export async function makeRoles(superuserUrl: string, secretsFolder: string, options: RoleOptions = {}): Promise<RoleUrls> {
  const database = options.database ?? 'pursestrings';
  const passwords = {
    app: readOrMakeSecret(secretsFolder, 'postgres-app'),
    migrator: readOrMakeSecret(secretsFolder, 'postgres-migrator'),
  };
  await withClient(superuserUrl, async (client) => {
    await client.query('BEGIN');
    // Two starts at once would otherwise both find a role missing.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('pursestrings roles'))`);
    for (const role of ROLES) await makeRole(client, role);
    for (const name of ['app', 'migrator'] as const) {
      await client.query(`ALTER ROLE ${name} PASSWORD ${client.escapeLiteral(passwords[name])}`);
    }
    for (const { member, role } of MAY_BECOME) await client.query(`GRANT ${role} TO ${member}`);
    await client.query('COMMIT');
    await makeDatabase(client, database);
  });
  await withClient(withDatabase(superuserUrl, database), prepareDatabase);
  const url = (name: 'app' | 'migrator'): string => withUser(withDatabase(superuserUrl, database), name, passwords[name]);
  return { appUrl: url('app'), migratorUrl: url('migrator') };
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function makeRole(client: pg.Client, role: (typeof ROLES)[number]): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role.name]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role.name} ${role.attributes} ${NO_RIGHTS}`);
}

/** Makes `database`, owned by `owner`, or takes what is there. Only our own roles may connect. */
async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0) {
    await client.query(`CREATE DATABASE ${name} OWNER owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  }
  // One that somebody made by hand belongs to whoever made it, and `migrator` could make nothing in it.
  await client.query(`ALTER DATABASE ${name} OWNER TO owner`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO app, migrator`);
}

/**
 * The schemas that are there from the start. `public` is handed to `owner` by name: before PostgreSQL 16 a role without INHERIT does not
 * have it as the database's owner. The queue's schema is owned by `jobs_owner`; `app` may read and write rows there and make nothing.
 */
async function prepareDatabase(client: pg.Client): Promise<void> {
  await client.query(`
    ALTER SCHEMA public OWNER TO owner;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION jobs_owner;
    GRANT USAGE ON SCHEMA bullmq TO app;
    ALTER DEFAULT PRIVILEGES FOR ROLE jobs_owner IN SCHEMA bullmq GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app;
    ALTER DEFAULT PRIVILEGES FOR ROLE jobs_owner IN SCHEMA bullmq GRANT USAGE ON SEQUENCES TO app;
  `);
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** The same address with another role and password. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.toString();
}

import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { startPostgres } from './embedded-postgres.ts';
import { codeOf, LaptopProblem, wordsOf } from './problem.ts';
import type { RoleUrls } from './roles.ts';
import { makeRoles, withDatabase } from './roles.ts';

/** The database that a start uses: one of its own, or somebody else's. */
export interface Database {
  readonly appUrl: string;
  /** Nothing where the address given may only serve: then whoever deploys runs the migrations. */
  readonly migratorUrl: string | undefined;
  /** The server that was started here, if one was. */
  readonly server: EmbeddedPostgres | undefined;
}

/** Starts the packaged PostgreSQL on the data folder, or uses `DATABASE_URL`, and sees that the program's roles are there. */
export async function openDatabase(dataFolder: string, environment: NodeJS.ProcessEnv = process.env): Promise<Database> {
  const given = environment.DATABASE_URL;
  if (given) return { ...(await useGiven(given, dataFolder, environment.MIGRATOR_DATABASE_URL)), server: undefined };
  const server = await startPostgres({ dataFolder });
  const urls = await makeRoles(server.superuserUrl, join(dataFolder, 'secrets'));
  return { ...urls, server };
}

/**
 * A server of the person's own. A superuser's address makes the roles, and the program then serves as `app`; it never serves as a
 * superuser, for whom the walls between neighbourhoods do not exist.
 */
async function useGiven(url: string, dataFolder: string, migratorUrl: string | undefined): Promise<Omit<Database, 'server'>> {
  const { superuser, version, reached } = await ask(url);
  if (version < 150_000) {
    throw new LaptopProblem(`The PostgreSQL at DATABASE_URL is too old (${Math.floor(version / 10_000)}).`, 'Use PostgreSQL 15 or later.');
  }
  if (!superuser) return { appUrl: url, migratorUrl };
  const database = decodeURIComponent(new URL(url).pathname.slice(1)) || 'pursestrings';
  const roles: RoleUrls = await makeRoles(reached, join(dataFolder, 'secrets'), { database });
  return roles;
}

interface Answer {
  readonly superuser: boolean;
  readonly version: number;
  /** The address that answered: where the database is yet to be made, the same server's `postgres`. */
  readonly reached: string;
}

async function ask(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ superuser: boolean; version: number }>(
      `SELECT rolsuper AS superuser, current_setting('server_version_num')::int AS version FROM pg_roles WHERE rolname = current_user`,
    );
    return { superuser: false, version: 0, ...rows[0], reached: url };
  } catch (error) {
    const maintenance = withDatabase(url, 'postgres');
    if (codeOf(error) === '3D000' && maintenance !== url) return await ask(maintenance);
    throw new LaptopProblem(
      `The PostgreSQL at DATABASE_URL does not answer: ${wordsOf(error)}`,
      'Check the address, the password, and that the server is running; or unset DATABASE_URL to use the packaged one.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

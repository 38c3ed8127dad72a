// How the programs in containers reach PostgreSQL: the host from the environment, the password from a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of `database` on POSTGRES_HOST as `role`, with the password that stands in `file`. */
export function urlFrom({ role, database, file }, environment = process.env) {
  const url = new URL('postgresql://host');
  url.hostname = environment.POSTGRES_HOST ?? 'postgres';
  url.port = environment.POSTGRES_PORT ?? '5432';
  url.username = role;
  url.password = readFileSync(file, 'utf8').trim();
  url.pathname = `/${database}`;
  return url.toString();
}

/** The address that the program serves with: as `app`, whose password `prepare` made. */
export function appUrl(environment = process.env) {
  const file = join(environment.PURSESTRINGS_DATA ?? '/data', 'secrets', 'postgres-app');
  return urlFrom({ role: 'app', database: 'pursestrings', file }, environment);
}

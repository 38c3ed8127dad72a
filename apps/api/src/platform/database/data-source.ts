import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { columnTypes } from './column-types.ts';

/** Every entity of the program is listed by the module that owns it; none is found by folder. */
export interface DatabaseSettings {
  readonly url: string;
  readonly poolSize: number;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for an entity class.
  readonly entities: readonly Function[];
}

/** A pool of connections for the serving role. Never changes the schema by itself. */
export function makeDataSource({ url, poolSize, entities }: DatabaseSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: [...entities],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: 'pursestrings',
    extra: { types: columnTypes, connectionTimeoutMillis: 5_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
}

/** The one connection that changes the schema, signed in as `migrator`. */
export function makeMigrationSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: 1,
    entities: [],
    migrations,
    migrationsTableName: 'migration',
    applicationName: 'pursestrings-migrate',
  });
}

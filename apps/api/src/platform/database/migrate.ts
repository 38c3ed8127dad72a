import { makeMigrationSource } from './data-source.ts';

/**
 * Brings the schema up to date, as `migrator` acting as `owner`, all or nothing. Returns the names of the migrations run, oldest first.
 */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const source = makeMigrationSource(migratorUrl);
  await source.initialize();
  try {
    await source.query('SET ROLE owner');
    const run = await source.runMigrations({ transaction: 'all' });
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

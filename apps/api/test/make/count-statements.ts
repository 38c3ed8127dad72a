import type { World } from './world.ts';

/** Runs `work` and counts the SQL statements that the database began meanwhile, this look at the counter left out. */
export async function countStatements(world: World, work: () => Promise<unknown>): Promise<number> {
  const { DataSource } = await import('typeorm');
  const source = world.app.get(DataSource);
  let statements = 0;
  const make = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = make(mode);
    const query = runner.query.bind(runner) as (...parts: unknown[]) => Promise<unknown>;
    runner.query = ((...parts: unknown[]) => {
      statements++;
      return query(...parts);
    }) as typeof runner.query;
    return runner;
  };
  try {
    await work();
  } finally {
    source.createQueryRunner = make;
  }
  return statements;
}

import type { QueryRunner } from 'typeorm';

/** The condition by which a row belongs to the neighbourhood that the transaction is about. */
export const ofThisNeighbourhood = `neighbourhood_id = nullif(current_setting('app.neighbourhood', true), '')::uuid`;

/**
 * For migrations: keeps the rows of each table to their neighbourhood, for its owner too, and gives the program's role
 * the rights named (SELECT and INSERT by default; append-only tables get no more).
 */
export async function keepApart(runner: QueryRunner, tables: readonly string[], rights = 'SELECT, INSERT'): Promise<void> {
  for (const table of tables) {
    await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY of_this_neighbourhood ON ${table} USING (${ofThisNeighbourhood}) WITH CHECK (${ofThisNeighbourhood})`,
    );
    await runner.query(`GRANT ${rights} ON ${table} TO app`);
  }
}

/**
 * For migrations: makes functions that must see several neighbourhoods. They are owned by `across`, which bypasses nothing:
 * it reads only the listed columns of the listed tables, by a policy of its own.
 */
export async function letAcrossRead(runner: QueryRunner, columns: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, names] of Object.entries(columns)) {
    await runner.query(`GRANT SELECT (${names}) ON ${table} TO across`);
    await runner.query(`CREATE POLICY read_across ON ${table} FOR SELECT TO across USING (true)`);
  }
}

/** For migrations: runs `statements` (each a CREATE FUNCTION, and its GRANTs) as `across`, then goes back to `owner`. */
export async function asAcross(runner: QueryRunner, statements: readonly string[], schema = 'public'): Promise<void> {
  await runner.query(`GRANT USAGE, CREATE ON SCHEMA ${schema} TO across`);
  await runner.query('SET LOCAL ROLE across');
  for (const statement of statements) await runner.query(statement);
  await runner.query('SET LOCAL ROLE owner');
  await runner.query(`REVOKE CREATE ON SCHEMA ${schema} FROM across`);
}

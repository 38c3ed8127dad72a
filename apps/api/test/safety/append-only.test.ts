import pg from 'pg';
import { makeWorld, type World } from '../make/world.ts';
import { appendOnly, behindADoor } from './pinned.ts';

let world: World;
let client: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  client = new pg.Client({ connectionString: world.db.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.stop();
});

/** Every role that exists; `owner` only changes the schema, while deploying. */
const roles = ['app', 'across', 'jobs_owner', 'migrator', 'owner'] as const;

/** How somebody might try to change what is written. */
const changes: Readonly<Record<string, (table: string) => string>> = {
  update: (table) => `UPDATE ${table} SET neighbourhood_id = neighbourhood_id`,
  delete: (table) => `DELETE FROM ${table}`,
  truncate: (table) => `TRUNCATE ${table} CASCADE`,
  merge: (table) => `MERGE INTO ${table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
};

/** How somebody might take the lock off first. */
const unlocking: Readonly<Record<string, (table: string) => string>> = {
  'disable the trigger': (table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  'turn row security off': (table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
  'add a column': (table) => `ALTER TABLE ${table} ADD COLUMN other text`,
  'add a policy': (table) => `CREATE POLICY other ON ${table} USING (true)`,
  'add a rule': (table) => `CREATE RULE other AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
  drop: (table) => `DROP TABLE ${table} CASCADE`,
  'grant it to oneself': (table) => `GRANT UPDATE ON ${table} TO app`,
  'act as a replica': () => `SET session_replication_role = replica`,
};

/** Whether PostgreSQL takes a statement from a role. Whatever it did is undone. */
async function takes(role: string, statement: string): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL ROLE ${role}`);
    await client.query(statement);
    // A GRANT of a right that one does not hold is a warning, not a fault: what counts is whether it can be used.
    if (statement.startsWith('GRANT')) {
      const [, table] = /ON (\S+) TO/.exec(statement) ?? [];
      const { rows } = await client.query(`SELECT has_table_privilege('app', $1, 'UPDATE') AS may`, [table]);
      return rows[0].may === true;
    }
    return true;
  } catch (fault) {
    // 42501: no right to; 23001: refused by the trigger. Anything else is a mistake of this test.
    if (['42501', '23001'].includes((fault as { code?: string }).code ?? '')) return false;
    throw fault;
  } finally {
    await client.query('ROLLBACK');
  }
}

async function taken(tables: readonly string[], who: readonly string[], ways: typeof changes): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    for (const role of who) {
      for (const [way, statement] of Object.entries(ways))
        if (await takes(role, statement(table))) found.push(`${role} can ${way} ${table}`);
    }
  }
  return found;
}

/** Tables that the program's role can neither change nor clear: it has no right to, in no column. */
async function withoutRight(): Promise<string[]> {
  const rows = await world.admin<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND n.nspname NOT LIKE 'pg_%'
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'neighbourhood_id')
       AND NOT has_table_privilege('app', c.oid, 'DELETE') AND NOT has_any_column_privilege('app', c.oid, 'UPDATE') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

test('the tables with the trigger that refuses every change are those of safety/pinned.ts', async () => {
  const rows = await world.admin<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE t.tgname = 'append_only' AND t.tgenabled = 'O' AND t.tgtype & 58 = 58 ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...appendOnly].toSorted());
});

test('S14: no role updates, deletes, truncates or merges an append-only table, its owner neither', async () => {
  expect(await taken(appendOnly, roles, changes)).toEqual([]);
});

test('S14: the program has no way to change a table that it has no right to change, and nobody but the owner takes a lock off', async () => {
  const tables = [...new Set([...(await withoutRight()), ...appendOnly])];
  expect(tables.length).toBeGreaterThan(appendOnly.length);
  expect(await taken(tables, ['app'], changes)).toEqual([]);
  expect(await taken(tables, ['app', 'across', 'jobs_owner', 'migrator'], unlocking)).toEqual([]);
});

test('S14: the tables of ledger and ballot box are written through their doors alone', async () => {
  const open: string[] = [];
  for (const table of behindADoor) {
    for (const role of ['app', 'across', 'jobs_owner', 'migrator']) {
      if (await takes(role, `INSERT INTO ${table} SELECT * FROM ${table} WHERE false`)) open.push(`${role} can insert into ${table}`);
    }
  }
  expect(open).toEqual([]);
});

test('S14, control: with the trigger off and the right granted, the change is seen to go through', async () => {
  await world.admin('ALTER TABLE event DISABLE TRIGGER append_only; GRANT UPDATE, DELETE ON event TO app');
  try {
    expect(await taken(['public.event'], ['app'], changes)).toEqual([
      'app can update public.event',
      'app can delete public.event',
      'app can merge public.event',
    ]);
  } finally {
    await world.admin('ALTER TABLE event ENABLE TRIGGER append_only; REVOKE UPDATE, DELETE ON event FROM app');
  }
});

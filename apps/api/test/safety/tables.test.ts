import { DataSource } from 'typeorm';
import { makeWorld, type World } from '../make/world.ts';
import { columnsOfAddresses, functionsWithRights, globalTables, globalThoughNamingPlaces, readAcross } from './pinned.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

const ourSchemas = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND n.nspname NOT LIKE 'pg_%'`;
const own = "(neighbourhood_id = (NULLIF(current_setting('app.neighbourhood'::text, true), ''::text))::uuid)";

interface Table {
  readonly name: string;
  readonly hasPlace: boolean;
  readonly enabled: boolean;
  readonly forced: boolean;
  /** Each as 'permissive command roles using / check'. */
  readonly policies: readonly string[];
}

async function everyTable(): Promise<Table[]> {
  return await world.admin<Table>(
    `SELECT n.nspname || '.' || c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'neighbourhood_id') AS "hasPlace",
       ARRAY(SELECT concat_ws(' ', CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, p.polcmd::text,
           CASE WHEN p.polroles = '{0}' THEN 'all' ELSE (SELECT string_agg(r::regrole::text, ',') FROM unnest(p.polroles) r) END,
           coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), '/', coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))
         FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND ${ourSchemas} ORDER BY 1`,
  );
}

/** What is wrong with how tables are kept apart. */
async function wrongWithTables(): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, hasPlace, enabled, forced, policies } of await everyTable()) {
    const isGlobal = globalTables.includes(name) || name in globalThoughNamingPlaces;
    if (!hasPlace && !isGlobal)
      wrong.push(`${name} names no neighbourhood: give it neighbourhood_id, or a line in globalTables of safety/pinned.ts`);
    if (name === 'public.migration') continue;
    if (!enabled || !forced) wrong.push(`${name}: row-level security is not forced (keepApart does it)`);
    if (isGlobal) continue;
    if (!policies.includes(`permissive * all ${own} / ${own}`)) wrong.push(`${name} lacks the policy of_this_neighbourhood`);
    for (const policy of policies) {
      const isKnown =
        policy === `permissive * all ${own} / ${own}` || policy === 'permissive r across true / -' || policy.startsWith('restrictive');
      // Policies that permit are joined by 'or': one more opens what the first one closes.
      if (!isKnown) wrong.push(`${name} has a policy that opens more: ${policy} (meant to narrow? then AS RESTRICTIVE)`);
    }
  }
  return wrong;
}

test('every table of a place is kept apart, for its owner too, by the one policy', async () => {
  expect(await wrongWithTables()).toEqual([]);
});

test('control: a table that is not kept apart is seen', async () => {
  await world.admin('CREATE TABLE left_open (neighbourhood_id uuid NOT NULL); CREATE TABLE nowhere (id uuid)');
  await world.admin('CREATE POLICY more ON idea USING (true)');
  try {
    expect(await wrongWithTables()).toEqual([
      expect.stringContaining('public.idea has a policy that opens more'),
      expect.stringContaining('public.left_open: row-level security is not forced'),
      expect.stringContaining('public.left_open lacks the policy'),
      expect.stringContaining('public.nowhere names no neighbourhood'),
      expect.stringContaining('public.nowhere: row-level security is not forced'),
      expect.stringContaining('public.nowhere lacks the policy'),
    ]);
  } finally {
    await world.admin('DROP TABLE left_open, nowhere; DROP POLICY more ON idea');
  }
});

test('the neighbourhood stands first in every key and index of its tables, and in every foreign key between them', async () => {
  const indexes = await world.admin<{ table: string; name: string }>(
    `SELECT n.nspname || '.' || c.relname AS table, i.relname AS name FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid
       JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'neighbourhood_id' WHERE ${ourSchemas} AND x.indkey[0] <> a.attnum ORDER BY 1, 2`,
  );
  const foreignKeys = await world.admin<{ table: string; name: string }>(
    `SELECT f.conrelid::regclass::text AS table, f.conname AS name FROM pg_constraint f
       JOIN pg_attribute here ON here.attrelid = f.conrelid AND here.attname = 'neighbourhood_id'
       JOIN pg_attribute there ON there.attrelid = f.confrelid AND there.attname = 'neighbourhood_id'
     WHERE f.contype = 'f' AND (f.conkey[1] <> here.attnum OR f.confkey[1] <> there.attnum) ORDER BY 1, 2`,
  );
  const unkeyed = await world.admin<{ table: string }>(
    `SELECT n.nspname || '.' || c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND ${ourSchemas} AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p') ORDER BY 1`,
  );
  expect(indexes.filter(({ table }) => !(table in globalThoughNamingPlaces))).toEqual([]);
  // joining leads to a letter, which is found before its place is known.
  expect(foreignKeys.filter(({ name }) => name !== 'joining_token')).toEqual([]);
  expect(unkeyed.filter(({ table }) => !['vote.envelope', 'vote.sealed'].includes(table))).toEqual([]);
});

test('what `across` may read is what safety/pinned.ts says, and it may write nothing', async () => {
  const granted = await world.admin<{ table: string; columns: string }>(
    `SELECT table_schema || '.' || table_name AS table, string_agg(column_name, ', ' ORDER BY column_name) AS columns
     FROM information_schema.column_privileges WHERE grantee = 'across' AND privilege_type = 'SELECT' GROUP BY 1 ORDER BY 1`,
  );
  expect(Object.fromEntries(granted.map(({ table, columns }) => [table, columns]))).toEqual(readAcross);
  const more = await world.admin(
    `SELECT table_name, privilege_type FROM information_schema.column_privileges WHERE grantee = 'across' AND privilege_type <> 'SELECT'
     UNION ALL SELECT table_name, privilege_type FROM information_schema.table_privileges WHERE grantee IN ('across', 'PUBLIC')
       AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(more).toEqual([]);
});

test('functions that run with more rights are those of safety/pinned.ts, have a fixed search_path, and are not for everybody', async () => {
  const rows = await world.admin<{ name: string; path: string | null; open: boolean }>(
    `SELECT p.proowner::regrole || ' ' || p.oid::regprocedure AS name, array_to_string(p.proconfig, ' ') AS path,
       coalesce(p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0), true) AS open
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ourSchemas} AND (p.prosecdef OR p.proowner = 'across'::regrole) ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...functionsWithRights].toSorted());
  expect(rows.filter(({ path, open }) => open || !/search_path=pg_catalog,.* pg_temp/.test(path ?? ''))).toEqual([]);
});

test('the program’s roles own nothing, and none is a superuser or passes row-level security', async () => {
  const roles = await world.admin(
    `SELECT rolname FROM pg_roles WHERE rolname IN ('app', 'across', 'migrator', 'owner', 'jobs_owner')
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  );
  const owned = await world.admin(`SELECT relname FROM pg_class WHERE relowner IN ('app'::regrole, 'migrator'::regrole)`);
  const views = await world.admin(
    `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ourSchemas}
       AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)))`,
  );
  expect({ roles, owned, views }).toEqual({ roles: [], owned: [], views: [] });
});

test('L9: no column holds a network address or the name of a browser', async () => {
  const columns = await world.admin<{ name: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND (data_type IN ('inet', 'cidr', 'macaddr')
       OR column_name ~ '(^|_)(ip|addr|address|host|agent|browser|device|network|fingerprint)(_|$)') ORDER BY 1`,
  );
  expect(columns.map(({ name }) => name)).toEqual(Object.keys(columnsOfAddresses));
});

/** What each kind of column is in an entity. */
const sameType: Readonly<Record<string, readonly string[]>> = {
  uuid: ['uuid'],
  text: ['text', 'varchar', 'String'],
  integer: ['integer', 'int', 'int4'],
  bigint: ['bigint', 'int8'],
  boolean: ['boolean', 'bool', 'Boolean'],
  date: ['date'],
  jsonb: ['jsonb'],
  bytea: ['bytea'],
  'timestamp with time zone': ['timestamptz', 'timestamp with time zone'],
};

test('entities are what their tables are: names, types, what may be missing', async () => {
  const wrong: string[] = [];
  for (const entity of world.app.get(DataSource, { strict: false }).entityMetadatas) {
    const columns = await world.admin<{ name: string; type: string; nullable: boolean }>(
      `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2`,
      [entity.schema ?? 'public', entity.tableName],
    );
    for (const column of entity.columns) {
      const at = `${entity.name}.${column.propertyName}`;
      const found = columns.find(({ name }) => name === column.databaseName);
      const type = typeof column.type === 'function' ? column.type.name : String(column.type);
      if (!found) wrong.push(`${at}: the table ${entity.tableName} has no column ${column.databaseName}`);
      else if (!sameType[found.type]?.includes(type)) wrong.push(`${at} is ${type}, the column is ${found.type}`);
      else if (found.nullable !== column.isNullable) wrong.push(`${at}: nullable is ${column.isNullable}, in the table ${found.nullable}`);
    }
  }
  expect(wrong).toEqual([]);
});

import type { World } from '../make/world.ts';

/** Tables that change while nothing is being changed: what was answered, what was tried, letters waiting, events on their way. */
const restless = ['request_once', 'sign_in_try', 'event_waiting', 'migration'];
/** Columns that do. */
const restlessColumns = ['seen_at'];

/** The number of rows in each table that is not restless, by its full name. */
export async function rowCounts(world: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tables(world)) {
    const [row] = await world.admin<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

/** A digest of all rows of each such table. */
export async function contents(world: World): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of await tables(world)) {
    const [row] = await world.admin<{ digest: string }>(
      `SELECT md5(coalesce(string_agg(row, '' ORDER BY row), '')) AS digest FROM (SELECT (to_jsonb(t) - $1::text[])::text AS row FROM ${table} t) rows`,
      [restlessColumns],
    );
    digests[table] = row?.digest ?? '';
  }
  return digests;
}

/** What one count has more than another, by table; tables that are equal are left out. */
export function difference(after: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>): Record<string, number> {
  const changed = Object.keys(after).map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)] as const);
  return Object.fromEntries(changed.filter(([, more]) => more !== 0));
}

async function tables(world: World): Promise<string[]> {
  const rows = await world.admin<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq')
       AND n.nspname NOT LIKE 'pg_%' AND c.relname <> ALL($1) ORDER BY 1`,
    [restless],
  );
  return rows.map(({ name }) => name);
}

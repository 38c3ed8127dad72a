// The work of `npm run administrator`; scripts/administrator.mjs tells how to use it.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { command } from './laptop/command.ts';
import { chooseDataFolder } from './laptop/data-folder.ts';
import { openDatabase } from './laptop/database.ts';
import { LaptopProblem } from './laptop/problem.ts';

const dataFolder = chooseDataFolder();

/** Names the administrator, or ends it, as `owner`: the program that serves may only look at this list. */
async function change(migratorUrl: string, { email, end }: { readonly email: string; readonly end: boolean }): Promise<string> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE owner');
    if (end) {
      const { rowCount } = await client.query(
        'DELETE FROM platform_administrator USING account a WHERE account_id = a.id AND a.email = $1',
        [email],
      );
      await client.query('COMMIT');
      return rowCount === 0 ? `${email} was no administrator. Nothing was changed.` : `${email} is no administrator any more.`;
    }
    await client.query('INSERT INTO account (id, email) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING', [randomUUID(), email]);
    await client.query('INSERT INTO platform_administrator (account_id) SELECT id FROM account WHERE email = $1 ON CONFLICT DO NOTHING', [
      email,
    ]);
    await client.query('COMMIT');
    return `${email} may set up neighbourhoods: sign in, then open /set-up.`;
  } finally {
    await client.end();
  }
}

async function administrator(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { end: { type: 'boolean', default: false } } });
  const email = positionals[0]?.trim().toLowerCase() ?? '';
  if (positionals.length !== 1 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new LaptopProblem('Name one e-mail address, like name@example.org.');
  const given = process.env.MIGRATOR_DATABASE_URL;
  if (given) {
    console.log(await change(given, { email, end: values.end }));
    return;
  }
  if (!existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))) {
    throw new LaptopProblem(
      `There is no site in ${dataFolder} yet.`,
      'Start it once with npm start, or set PURSESTRINGS_DATA or MIGRATOR_DATABASE_URL.',
    );
  }
  const database = await openDatabase(dataFolder);
  try {
    if (database.migratorUrl === undefined)
      throw new LaptopProblem('This database may only be served from here.', 'Set MIGRATOR_DATABASE_URL.');
    console.log(await change(database.migratorUrl, { email, end: values.end }));
  } finally {
    if (database.server && !database.server.adopted) await database.server.stop();
  }
}

await command(administrator, 'Nothing was changed.');

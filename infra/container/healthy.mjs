// What Docker asks every few seconds. The app: is it ready? The worker, which listens to nobody: does its database answer?
import pg from 'pg';
import { appUrl } from './urls.mjs';

async function askDatabase() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? appUrl(), connectionTimeoutMillis: 3000 });
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
}

async function askApp() {
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/ready`, { signal: AbortSignal.timeout(4000) });
  if (!answer.ok) throw new Error(await answer.text());
}

try {
  await (process.argv.includes('--database-only') ? askDatabase() : askApp());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

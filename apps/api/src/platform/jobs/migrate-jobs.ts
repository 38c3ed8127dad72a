import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueName } from './backend.ts';

/**
 * Brings the queue's own tables up to date, as `jobs_owner` in the schema `bullmq`, which the serving role can only
 * read and write. BullMQ asks whether the schema is there by trying to make it, so the right to is lent meanwhile.
 */
export async function migrateJobs(migratorUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'pursestrings-migrate' });
  await client.connect();
  const database = client.escapeIdentifier(client.database ?? '');
  try {
    await client.query(`SET ROLE owner`);
    await client.query(`GRANT CREATE ON DATABASE ${database} TO jobs_owner`);
    await client.query(`SET ROLE jobs_owner`);
    await runMigrations(client, 'bullmq');
    // Asking for one number makes the queue's own sequence, which the serving role could not make.
    await client.query('SELECT bullmq.next_job_id($1)', [queueName]);
  } finally {
    await client.query(`SET ROLE owner`);
    await client.query(`REVOKE CREATE ON DATABASE ${database} FROM jobs_owner`);
    await client.end();
  }
}

import { ConfigFault, readMigratorUrl } from './config.ts';
import { migrate } from './platform/database/migrate.ts';
import { migrateJobs } from './platform/jobs/migrate-jobs.ts';

// The command that brings the tables up to date before the program starts.
try {
  const url = readMigratorUrl();
  const names = await migrate(url);
  await migrateJobs(url);
  console.log(names.length === 0 ? 'The tables are up to date.' : `The tables were brought up to date: ${names.join(', ')}.`);
} catch (fault) {
  console.error(fault instanceof ConfigFault ? fault.message : fault);
  process.exit(1);
}

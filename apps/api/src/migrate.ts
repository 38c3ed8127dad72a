import { migrate } from './platform/database/migrate.ts';
import { readMigratorUrl } from './config.ts';

// The command that brings the schema up to date before the program starts.
const names = await migrate(readMigratorUrl());
console.log(names.length === 0 ? 'The database is up to date.' : `The database was brought up to date: ${names.join(', ')}.`);

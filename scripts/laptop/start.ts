// The second part of `npm start`, under the project's own Node and with its packages there. scripts/start.mjs is the first.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { chooseDataFolder, prepareDataFolder, ROOT, takeDataFolder } from './data-folder.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import { startPostgres } from './embedded-postgres.ts';
import { demonstrationPeople } from './people.ts';
import { isPortFree } from './ports.ts';
import { LaptopProblem, wordsOf } from './problem.ts';
import type { Site } from './site.ts';
import { startSite, stopLeftOver, untilSiteReady } from './site.ts';
import { runProgram, step } from './steps.ts';

const dataFolder = chooseDataFolder();
const port = Number(process.env.PORT || 3000);
const address = `http://127.0.0.1:${port}`;
const publicUrl = process.env.PURSESTRINGS_PUBLIC_URL || `http://localhost:${port}`;
const withDemonstration = process.env.PURSESTRINGS_DEMO !== 'no' && process.env.NODE_ENV !== 'production';

let isStopping = false;
let stopped: Promise<void> | undefined;
let folder: ReturnType<typeof takeDataFolder> | undefined;
let opening: Promise<Database> | undefined;
let site: Site | undefined;

/** Ends what runs, the site before its database. */
function stop(): Promise<void> {
  isStopping = true;
  stopped ??= (async () => {
    await site?.stop();
    const database = await opening?.catch(() => undefined);
    await database?.server?.stop();
    folder?.release();
  })();
  return stopped;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    console.log('\nStopping: first the site, then its database …');
    stop().then(
      () => {
        console.log('Stopped. Everything is kept; `npm start` goes on from here.');
        process.exit(0);
      },
      (error: unknown) => fail(error),
    );
  });
}

function fail(error: unknown): never {
  console.error(`\n${wordsOf(error)}`);
  if (error instanceof LaptopProblem) {
    if (error.advice) console.error(`\n${error.advice}`);
  } else if (error instanceof Error) {
    console.error(error.stack);
  }
  process.exit(1);
}

async function checkPort(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new LaptopProblem(`PORT is '${process.env.PORT}', which is not a port.`);
  if (await isPortFree(port)) return;
  throw new LaptopProblem(
    `Another program is using port ${port}.`,
    `Stop that program, or choose another port:  PORT=${port === 3000 ? 3001 : port + 1} npm start`,
  );
}

function runApi(program: string, environment: Record<string, string>, failure: string): Promise<string> {
  return runProgram({ command: process.execPath, args: [`apps/api/dist/${program}`], cwd: ROOT, environment, failure });
}

/** The settings of every program of the API that is started here. */
function environmentFor(database: Database): Record<string, string> {
  const handler = join(ROOT, 'apps/web/build/server/index.js');
  return {
    // Whatever stands in the person's shell: the program knows a laptop, tests and production.
    NODE_ENV: process.env.NODE_ENV === 'production' ? 'production' : 'laptop',
    DATABASE_URL: database.appUrl,
    PORT: String(port),
    PURSESTRINGS_DATA: dataFolder,
    PURSESTRINGS_PUBLIC_URL: publicUrl,
    PURSESTRINGS_DEMONSTRATION: withDemonstration ? 'yes' : 'no',
    ...(existsSync(handler) && !process.env.PURSESTRINGS_WEB ? { PURSESTRINGS_WEB: handler } : {}),
  };
}

async function migrate(database: Database): Promise<void> {
  if (database.migratorUrl === undefined) {
    console.log(' · DATABASE_URL may only serve and MIGRATOR_DATABASE_URL is not set: the schema is taken as it is');
    return;
  }
  const environment = { ...environmentFor(database), MIGRATOR_DATABASE_URL: database.migratorUrl };
  await step('Bringing the tables up to date', () => runApi('migrate.js', environment, 'The tables could not be brought up to date.'));
}

/** Loads the demonstration at the first start; the program that does it changes nothing if it is there. */
async function loadDemonstration(database: Database): Promise<void> {
  const note = join(dataFolder, 'demonstration-loaded');
  if (!withDemonstration || !existsSync(join(ROOT, 'apps/api/dist/demo.js'))) return;
  if (database.server && existsSync(note)) return;
  rmSync(note, { force: true });
  await step('Loading the demonstration neighbourhoods (the first time only)', () =>
    runApi('demo.js', environmentFor(database), 'The demonstration could not be loaded.'),
  );
  writeFileSync(note, '');
}

async function greet(database: Database): Promise<void> {
  console.log(`\nPursestrings is ready:  ${publicUrl}\n`);
  const people = await demonstrationPeople(address);
  if (people.length > 0) {
    console.log(`Sign in as one of these people at ${publicUrl}/sign-in :`);
    for (const person of people) console.log(`   ${person.name}${person.what ? ` · ${person.what}` : ''}`);
    console.log('');
  }
  const where = database.server
    ? `Everything is kept in ${dataFolder}`
    : `Secrets and files are kept in ${dataFolder}, the rest at DATABASE_URL`;
  console.log(`${where}. Press Ctrl-C to stop.`);
}

/** Starts the packaged PostgreSQL again, on the same port, should it end while the site runs. */
async function keepDatabase(database: Database): Promise<void> {
  let server = database.server;
  while (server) {
    await server.ended;
    if (isStopping) return;
    console.log('PostgreSQL ended by itself; starting it again. What was saved is safe.');
    opening = startPostgres({ dataFolder, port: server.port }).then((again) => ({ ...database, server: again }));
    server = (await opening).server;
  }
}

/** Serves until told to stop. A site that ends by itself is started again, but not more than five times in a minute. */
async function keepSite(database: Database): Promise<void> {
  const ends: number[] = [];
  while (!isStopping) {
    site = startSite(dataFolder, environmentFor(database));
    if (ends.length === 0) {
      await step('Starting the site', () => untilSiteReady(address, site as Site));
      await greet(database);
    }
    const code = await site.ended;
    if (isStopping) return;
    ends.push(performance.now());
    const [first] = ends.slice(-5);
    if (ends.length >= 5 && first !== undefined && performance.now() - first < 60_000) {
      throw new LaptopProblem('The site ended five times in a minute. What it said stands above.', 'See docs/running/put-right.md.');
    }
    console.log(`The site ended by itself (code ${code}); starting it again.`);
  }
}

async function main(): Promise<void> {
  console.log('Pursestrings');
  prepareDataFolder(dataFolder);
  folder = takeDataFolder(dataFolder);
  await stopLeftOver(dataFolder);
  await checkPort();
  await step('Building what has changed', build);
  opening = openDatabase(dataFolder);
  const database = await step('Opening the database', () => opening as Promise<Database>);
  await migrate(database);
  await loadDemonstration(database);
  if (isStopping) return;
  await Promise.all([keepSite(database), keepDatabase(database)]);
}

main().catch(async (error: unknown) => {
  // After Ctrl-C whatever was broken off fails; that is not news.
  if (isStopping) return;
  await stop().catch(() => undefined);
  fail(error);
});

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../scripts/laptop/data-folder.ts';
import { startPostgres } from '../../scripts/laptop/embedded-postgres.ts';
import { freePort } from '../../scripts/laptop/ports.ts';
import { makeRoles, withDatabase } from '../../scripts/laptop/roles.ts';
import { runProgram } from '../../scripts/laptop/steps.ts';

const HANDLER = join(ROOT, 'apps/web/build/server/index.js');
const READY_WITHIN_MS = 60_000;

/** The whole built program, running on a data folder of its own. */
export interface RunningSite {
  /** Where it is served, without a slash at the end. */
  readonly address: string;
  /** The program's database as superuser: to arrange what no page can (the clock passing), never to test. */
  readonly adminUrl: string;
  /** Everything that the program has logged. */
  log(): string;
  /** Ends the site and its database and removes what they wrote. */
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Loads the demonstration too. */
  readonly withDemonstration: boolean;
  /** A free port unless given. */
  readonly port?: number;
}

/** Starts PostgreSQL, makes roles and tables, and serves what was built (`npx turbo run build`). Throws with what went wrong. */
export async function startRunningSite(options: SiteOptions): Promise<RunningSite> {
  if (!existsSync(HANDLER)) throw new Error('Build the program first: npx turbo run build');
  const folder = mkdtempSync(join(tmpdir(), 'pursestrings-browser-'));
  // PostgreSQL runs as `nobody` where the tests run as root.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataFolder: folder });
  const tidyUp = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const urls = await makeRoles(server.superuserUrl, join(folder, 'secrets'));
    const port = options.port ?? (await freePort());
    const environment = environmentOf({ folder, port, databaseUrl: urls.appUrl });
    await runApi('migrate.js', { ...environment, MIGRATOR_DATABASE_URL: urls.migratorUrl });
    if (options.withDemonstration) await runApi('demo.js', environment);
    const logFile = join(folder, 'site.log');
    const stopSite = await serve(environment, logFile);
    return {
      address: `http://127.0.0.1:${port}`,
      adminUrl: withDatabase(server.superuserUrl, 'pursestrings'),
      log: () => readFileSync(logFile, 'utf8'),
      stop: async () => {
        await stopSite();
        await tidyUp();
      },
    };
  } catch (error) {
    await tidyUp();
    throw error;
  }
}

function environmentOf(made: { folder: string; port: number; databaseUrl: string }): Record<string, string> {
  return {
    NODE_ENV: 'laptop',
    NODE_OPTIONS: '',
    DATABASE_URL: made.databaseUrl,
    REDIS_URL: '',
    MAIL_URL: '',
    PORT: String(made.port),
    PURSESTRINGS_DATA: made.folder,
    PURSESTRINGS_PUBLIC_URL: `http://127.0.0.1:${made.port}`,
    PURSESTRINGS_DEMONSTRATION: 'yes',
    PURSESTRINGS_WEB: HANDLER,
  };
}

async function runApi(program: string, environment: Readonly<Record<string, string>>): Promise<void> {
  await runProgram({
    command: process.execPath,
    args: [`apps/api/dist/${program}`],
    cwd: ROOT,
    environment,
    failure: `${program} failed.`,
  });
}

/** Serves until the returned function is called. Whatever it logs goes to `logFile`. */
async function serve(environment: Readonly<Record<string, string>>, logFile: string): Promise<() => Promise<void>> {
  writeFileSync(logFile, '');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', log, log],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/ready`).catch(() => null);
    if (answer?.ok) return stop;
    await wait(100);
  }
  await stop();
  throw new Error(`The site did not become ready. It said:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
}

import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '../../../../scripts/laptop/embedded-postgres.ts';
import { freePort } from '../../../../scripts/laptop/ports.ts';
import { makeRoles, type RoleUrls, withDatabase } from '../../../../scripts/laptop/roles.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/**
 * What can be killed. `postgres`: every process of it at once; `postmaster`: the first alone; `backend`: one that serves a connection;
 * `everything`: all there is, as when the machine's memory runs out.
 */
export type Victim = 'app' | 'worker' | 'postgres' | 'postmaster' | 'backend' | 'everything';

export interface InstallationOptions {
  /** Settings of the server on top of the durable ones that every laptop has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `test` for the control that needs a server which may lose: the program refuses to serve on one otherwise. */
  readonly mode?: 'laptop' | 'test';
}

/** A whole installation in a folder of its own: PostgreSQL, the process that serves, and the worker, each started again when it ends. */
export class Installation {
  readonly folder: string;
  readonly options: InstallationOptions;
  urls: RoleUrls = { appUrl: '', migratorUrl: '' };
  superuserUrl = '';
  port = 0;
  private readonly built: string;
  private server: EmbeddedPostgres | undefined;
  private readonly programs = new Map<'app' | 'worker', ChildProcess>();
  private isStopping = false;
  /** How often each process was started. */
  readonly starts = { app: 0, worker: 0, postgres: 0 };

  private constructor(folder: string, built: string, options: InstallationOptions) {
    this.folder = folder;
    this.built = built;
    this.options = options;
  }

  /** Builds the program as it stands in the tree, starts PostgreSQL on an empty folder, and makes the tables. */
  static async make(options: InstallationOptions = {}, built = build()): Promise<Installation> {
    // By this name and note the next run of the tests tidies up after one that was broken off.
    const folder = mkdtempSync(join(tmpdir(), 'pursestrings-test-killer-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'started-by'), String(process.pid));
    const one = new Installation(folder, built, options);
    await one.keepPostgres();
    one.urls = await makeRoles(one.superuserUrl, join(folder, 'secrets'));
    one.run('migrate.js', { MIGRATOR_DATABASE_URL: one.urls.migratorUrl, NODE_ENV: 'test' });
    return one;
  }

  /** Runs one of the program's commands on the installation's own database to its end. */
  run(command: string, environment: Readonly<Record<string, string>> = {}): void {
    const env = cleanEnvironment({
      DATABASE_URL: this.urls.appUrl,
      PURSESTRINGS_DATA: this.folder,
      PURSESTRINGS_DEMONSTRATION: 'yes',
      ...environment,
    });
    const ran = spawnSync(process.execPath, [join(this.built, command)], { env, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${command} failed:\n${ran.stdout}${ran.stderr}`);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process that serves and the worker on `database`, and waits until the first is ready. */
  async serve(database: { readonly url: string; readonly dataFolder: string; readonly environment?: Readonly<Record<string, string>> }) {
    this.port = await freePort();
    const environment = {
      NODE_ENV: this.options.mode ?? 'laptop',
      DATABASE_URL: database.url,
      PURSESTRINGS_DATA: database.dataFolder,
      PURSESTRINGS_DEMONSTRATION: 'yes',
      PURSESTRINGS_JOBS_HERE: 'no',
      PURSESTRINGS_LOG_LEVEL: 'info',
      PORT: String(this.port),
      ...database.environment,
    };
    this.keep('app', environment);
    this.keep('worker', environment);
    await this.untilReady();
  }

  /** `kill -9`. */
  kill(victim: Victim): void {
    if (victim === 'everything') {
      for (const each of ['postgres', 'app', 'worker'] as const) this.kill(each);
      return;
    }
    if (victim === 'app' || victim === 'worker') {
      this.programs.get(victim)?.kill('SIGKILL');
      return;
    }
    const pid = this.server?.pid ?? 0;
    if (pid < 2) throw new Error('PostgreSQL is not running.');
    if (victim === 'postmaster') process.kill(pid, 'SIGKILL');
    else if (victim === 'postgres') for (const each of [pid, ...childrenOf(pid)]) killIfThere(each);
    else killIfThere(backendsOf(pid)[0] ?? pid);
  }

  async untilReady(): Promise<void> {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline) {
      const answer = await fetch(`${this.address}/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
      if (answer?.ok) return;
      await wait(100);
    }
    throw new Error(`The site did not become ready. It said:\n${this.said('app')}`);
  }

  /** The processes of the program and of PostgreSQL that are running now. */
  pids(): { readonly app: number; readonly postgres: number } {
    return { app: this.programs.get('app')?.pid ?? 0, postgres: this.server?.pid ?? 0 };
  }

  /** What a process has printed. */
  said(program: 'app' | 'worker'): string {
    return readFileSync(join(this.folder, `${program}.log`), 'utf8');
  }

  /** Ends the program and leaves PostgreSQL running, for whoever looks at what is left. */
  async stopPrograms(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.programs.values()].map(end));
  }

  async stop(): Promise<void> {
    await this.stopPrograms();
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The same address of the superuser, in another database. */
  adminUrl(database: string): string {
    return withDatabase(this.superuserUrl, database);
  }

  private keep(program: 'app' | 'worker', environment: Readonly<Record<string, string>>): void {
    const log = openSync(join(this.folder, `${program}.log`), 'a');
    const file = join(this.built, program === 'app' ? 'main.js' : 'worker.js');
    const start = (): void => {
      this.starts[program] += 1;
      const child = spawn(process.execPath, [file], { cwd: root, env: cleanEnvironment(environment), stdio: ['ignore', log, log] });
      this.programs.set(program, child);
      child.once('exit', () => {
        if (!this.isStopping) setTimeout(start, 100);
      });
    };
    start();
  }

  /** Starts PostgreSQL on the same folder and port, and again whenever it ends, as the launcher does. */
  private async keepPostgres(port?: number): Promise<void> {
    const { settings = {} } = this.options;
    this.server = await startPostgres({ dataFolder: this.folder, settings, ...(port === undefined ? {} : { port }) });
    this.starts.postgres += 1;
    this.superuserUrl = this.server.superuserUrl;
    const again = this.server.port;
    void this.server.ended.then(async () => {
      if (!this.isStopping) await this.keepPostgres(again);
    });
  }
}

/** Compiles the API into a folder of this run's own, beside its packages; it goes when the process ends (under Jest, remove it yourself). */
export function build(): string {
  const out = join(root, 'apps', 'api', 'build', `killer-${process.pid}`);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const args = [compiler, '-p', 'apps/api/tsconfig.build.json', '--noCheck', '--outDir', out];
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: cleanEnvironment({}) });
  if (result.status !== 0) throw new Error(`Building failed:\n${result.stdout}${result.stderr}`);
  process.once('exit', () => rmSync(out, { recursive: true, force: true }));
  return out;
}

/** Jest's own flags are nothing for the programs started here. */
function cleanEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, REDIS_URL: __, ...rest } = process.env;
  return { ...rest, NODE_NO_WARNINGS: '1', ...more };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** The processes whose parent is `pid`. */
export function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Those of a server's processes that serve a connection of the program. */
function backendsOf(postmaster: number): readonly number[] {
  return childrenOf(postmaster).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: app ');
    } catch {
      return false;
    }
  });
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** One row as superuser, on a connection of its own: those from before a kill are gone. */
export async function askAdmin<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}

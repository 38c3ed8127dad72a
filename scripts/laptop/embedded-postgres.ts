import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort, isPortFree } from './ports.ts';
import { isAlive, runningServer } from './postmaster-file.ts';
import { codeOf, LaptopProblem } from './problem.ts';
import { everybodyMayEnter, postgresPrograms, serverUser } from './programs.ts';
import { makeSecretsFolder, readOrMakeSecret } from './secrets.ts';

/** How long a start may take: after a power cut the server reads its write-ahead log first. */
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 25;
const LOG_LIMIT_BYTES = 10_000_000;

export interface StartOptions {
  /** The program's data folder; the cluster lies in `postgres/` in it, its superuser's password in `secrets/`. */
  readonly dataFolder: string;
  /** The TCP port on the loopback address; unless given, the one used last time, or a free one. */
  readonly port?: number;
  /** Settings given on the server's command line, for example `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly host: string;
  readonly port: number;
  /** The folder of its Unix socket, which is quicker than TCP. */
  readonly socketFolder: string;
  /** Address of the database `postgres` as the superuser `bootstrap`; the program itself never uses it. */
  readonly superuserUrl: string;
  readonly pid: number;
  /** True if the server ran already, left by a start that was killed or belonging to another one. */
  readonly adopted: boolean;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server (open connections are cut, nothing committed is lost) and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with the packages on `dataFolder`, or finds the one that runs there, and waits until it answers.
 *
 * The server gets its own session, so that Ctrl-C in a terminal does not reach it before the program has closed.
 * Throws `LaptopProblem` where a person can put it right.
 */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { dataFolder } = options;
  const cluster = join(dataFolder, 'postgres');
  checkFolder(dataFolder);
  const password = readOrMakeSecret(join(dataFolder, 'secrets'), 'postgres-bootstrap');
  const running = runningServer(cluster);
  if (running) {
    await untilReady(urlOf(password, running.port), () => isAlive(running.pid));
    return handleOf({ dataFolder, password, ...running, adopted: true });
  }
  const programs = postgresPrograms(dataFolder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster({ programs, dataFolder, password });
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options, attempt);
    const child = spawnServer(programs, options, port);
    const alive = (): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
    try {
      await untilReady(urlOf(password, port), alive);
      writeFileSync(join(dataFolder, 'postgres-port'), `${port}\n`);
      return handleOf({ dataFolder, password, pid: child.pid as number, port, adopted: false, child });
    } catch (error) {
      if (alive()) child.kill('SIGINT');
      await untilGone(() => !alive());
      if (attempt >= 20 || !mayPass(dataFolder)) throw explain(error, dataFolder);
      await wait(500);
    }
  }
}

function urlOf(password: string, port: number): string {
  return `postgresql://bootstrap:${password}@127.0.0.1:${port}/postgres`;
}

function checkFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    makeSecretsFolder(join(dataFolder, 'secrets'));
  } catch (error) {
    throw explain(error, dataFolder);
  }
  if (serverUser().uid !== undefined && !everybodyMayEnter(dataFolder)) {
    throw new LaptopProblem(
      `PostgreSQL does not run as root, and the user 'nobody' cannot enter ${dataFolder}.`,
      'Set PURSESTRINGS_DATA to a folder that others may enter, for example /var/lib/pursestrings, or start as an ordinary user.',
    );
  }
}

/** Makes a new cluster beside its place and moves it there, so that half of one is never taken for a whole one. */
function makeCluster(made: { programs: string; dataFolder: string; password: string }): void {
  const fresh = join(made.dataFolder, 'postgres.new');
  const passwordFile = join(made.dataFolder, 'postgres.password');
  const rules = ['-U', 'bootstrap', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', `--pwfile=${passwordFile}`];
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, `${made.password}\n`, { mode: 0o600 });
    giveToServer(fresh);
    giveToServer(passwordFile);
    const how = { ...serverUser(), cwd: fresh, env: serverEnvironment(), encoding: 'utf8' } as const;
    const result = spawnSync(join(made.programs, 'bin', 'initdb'), ['-D', fresh, ...rules], how);
    if (result.error) throw result.error;
    if (result.status !== 0) throw new Error(result.stderr.trim());
    renameSync(fresh, join(made.dataFolder, 'postgres'));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw explain(error, made.dataFolder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function giveToServer(path: string): void {
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** No locale and no time zone of the person's own: what the server writes and sorts is the same everywhere. */
function serverEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function choosePort(options: StartOptions, attempt: number): Promise<number> {
  if (options.port !== undefined) return options.port;
  const note = join(options.dataFolder, 'postgres-port');
  const last = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (attempt === 1 && last > 0 && (await isPortFree(last))) return last;
  return freePort();
}

/** Where the Unix socket lies: in the data folder, unless its path would be longer than the system allows (107 bytes). */
function socketFolderOf(dataFolder: string): string {
  const inside = join(dataFolder, 'run');
  if (Buffer.byteLength(join(inside, '.s.PGSQL.65535.lock')) < 100) return inside;
  return join(tmpdir(), `pursestrings-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`);
}

function spawnServer(programs: string, options: StartOptions, port: number): ChildProcess {
  const cluster = join(options.dataFolder, 'postgres');
  const socketFolder = socketFolderOf(options.dataFolder);
  mkdirSync(socketFolder, { recursive: true, mode: 0o755 });
  giveToServer(socketFolder);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(options.dataFolder);
  const child = spawn(join(programs, 'bin', 'postgres'), ['-D', cluster, '-p', String(port), ...flags], {
    ...serverUser(),
    cwd: cluster,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  // A program that cannot be started at all ends at once; `untilReady` sees that and the log or the error says why.
  child.on('error', (error) => writeFileSync(join(options.dataFolder, 'postgres.log'), `${error.message}\n`, { flag: 'a' }));
  child.unref();
  closeSync(log);
  return child;
}

function openLog(dataFolder: string): number {
  const file = join(dataFolder, 'postgres.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

/** Waits until the server at `url` answers a question; throws once it has ended or the time is over. */
async function untilReady(url: string, isRunning: () => boolean): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch (error) {
      // 28P01: it answers, but not to this password. Waiting would not help.
      if (codeOf(error) === '28P01' || performance.now() > deadline) throw error;
      if (!isRunning()) throw new Error('PostgreSQL ended while it was starting.', { cause: error });
    } finally {
      await client.end().catch(() => undefined);
    }
    await wait(POLL_MS);
  }
}

interface Described {
  readonly dataFolder: string;
  readonly password: string;
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly child?: ChildProcess;
}

function handleOf(server: Described): EmbeddedPostgres {
  const { pid, port, adopted, child } = server;
  const gone = (): boolean => (child ? child.exitCode !== null || child.signalCode !== null : !isAlive(pid));
  const ended = child ? new Promise<void>((resolve) => child.once('exit', () => resolve())) : untilGone(gone, { ref: false });
  const stop = async (): Promise<void> => {
    if (!gone()) process.kill(pid, 'SIGINT');
    await untilGone(gone);
  };
  const superuserUrl = urlOf(server.password, port);
  return { host: '127.0.0.1', port, socketFolder: socketFolderOf(server.dataFolder), superuserUrl, pid, adopted, ended, stop };
}

/** Looks until it is gone. Without `ref`, looking alone does not keep this process alive. */
async function untilGone(gone: () => boolean, { ref = true } = {}): Promise<void> {
  while (!gone()) await wait(POLL_MS, undefined, { ref });
}

/** The last lines of the server's log, where the reason for a failed start stands. */
function lastWords(dataFolder: string): string {
  const file = join(dataFolder, 'postgres.log');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : '';
}

/** True if what stopped the server goes away by itself: a port just taken, or memory that a killed server's helpers still hold. */
function mayPass(dataFolder: string): boolean {
  return /Address already in use|could not bind|pre-existing shared memory block/.test(lastWords(dataFolder));
}

function explain(error: unknown, dataFolder: string): Error {
  if (error instanceof LaptopProblem) return error;
  const words = `${error instanceof Error ? error.message : String(error)}\n${lastWords(dataFolder)}`.trim();
  if (codeOf(error) === '28P01') {
    const file = join(dataFolder, 'secrets', 'postgres-bootstrap');
    return new LaptopProblem(
      `PostgreSQL refuses the password in ${file}.`,
      'Put back the file that belongs to this database, for example from your last backup (npm run restore).',
    );
  }
  if (codeOf(error) === 'ENOSPC' || /No space left on device/.test(words)) {
    return new LaptopProblem(`The disk that holds ${dataFolder} is full.`, 'Free at least 1 GB and start again. Nothing is lost.');
  }
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS' || codeOf(error) === 'EPERM') {
    return new LaptopProblem(`We may not write in ${dataFolder}.`, 'Set PURSESTRINGS_DATA to a folder of your own and start again.');
  }
  return new LaptopProblem(
    `PostgreSQL did not start.\n${words}`,
    `Its log is ${join(dataFolder, 'postgres.log')}. See docs/running/put-right.md.`,
  );
}

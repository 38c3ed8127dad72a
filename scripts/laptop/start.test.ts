import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.ts';
import { isAlive, runningServer } from './postmaster-file.ts';

// The start itself, with the program as it is built. One test goes on where the one before stopped, as a laptop would.

const data = mkdtempSync(join(tmpdir(), 'pursestrings-start-'));
const started: Start[] = [];
let port: number;

interface Start {
  readonly child: ChildProcess;
  readonly words: () => string;
  readonly ended: Promise<number | null>;
}

function start(environment: Record<string, string> = {}): Start {
  const given = { PORT: String(port), PURSESTRINGS_DATA: data, PURSESTRINGS_DEMO: 'no', DATABASE_URL: '', REDIS_URL: '', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, NODE_ENV: 'development', ...given, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const made = { child, words: () => said, ended };
  started.push(made);
  return made;
}

async function until(isSo: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not so after ${timeoutMs} ms.\n${started.at(-1)?.words()}`);
    await wait(50);
  }
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  return answer?.ok ?? false;
}

const greeted = (running: Start) => () => running.words().includes('Pursestrings is ready');
const pidIn = (name: string): number => Number(readFileSync(join(data, name), 'utf8'));
/** Never without a look at the number: 0 would be this process and everything around it. */
function killHard(pid: number): void {
  if (!(pid > 1)) throw new Error('There is no such process to kill.');
  process.kill(pid, 'SIGKILL');
}

const postgresPid = (): number => runningServer(join(data, 'postgres'))?.pid ?? 0;

beforeAll(async () => {
  chmodSync(data, 0o755);
  port = await freePort();
});

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  const left = postgresPid();
  if (left) {
    process.kill(left, 'SIGINT');
    await until(() => !isAlive(left), 10_000);
  }
  rmSync(data, { recursive: true, force: true });
}, 60_000);

test('serves from nothing, and closes the site and then its database when told to', async () => {
  const running = start();
  await until(greeted(running), 120_000);
  expect(await isReady()).toBe(true);
  expect(running.words()).toContain(`http://localhost:${port}`);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(running.words()).toContain('Everything is kept');
  expect(await isReady()).toBe(false);
  expect(postgresPid()).toBe(0);
  expect(existsSync(join(data, 'started-by'))).toBe(false);
}, 180_000);

test('the second start takes seconds', async () => {
  const begun = performance.now();
  const running = start();
  await until(greeted(running), 15_000);
  expect(performance.now() - begun).toBeLessThan(15_000);
}, 30_000);

test('a second start on the same folder says who is there, and does no harm', async () => {
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.words()).toMatch(/already running on .*\(process \d+\)/);
  expect(await isReady()).toBe(true);
}, 30_000);

test('after kill -9 of PostgreSQL the site is ready again within ten seconds', async () => {
  const before = postgresPid();
  killHard(before);
  await until(() => !isAlive(before), 5_000);
  await until(async () => postgresPid() > 0 && (await isReady()), 10_000);
}, 30_000);

test('after kill -9 of the site it is started again', async () => {
  const before = pidIn('site-process');
  killHard(before);
  await until(async () => (await isReady()) && pidIn('site-process') !== before, 20_000);
}, 30_000);

test('after kill -9 of the launcher the next start tidies up and serves', async () => {
  const launcher = pidIn('started-by');
  killHard(launcher);
  await until(() => !isAlive(launcher), 5_000);
  const running = start();
  await until(greeted(running), 30_000);
  expect(running.words()).toContain('left by an earlier start');
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(postgresPid()).toBe(0);
}, 60_000);

test('a busy port is told with the command that would do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const running = start();
  expect(await running.ended).toBe(1);
  expect(running.words()).toMatch(new RegExp(`using port ${port}[\\s\\S]*PORT=${port + 1} npm start`));
  await new Promise((resolve) => other.close(resolve));
}, 30_000);

test('a folder that may not be written is told with what to do', async () => {
  const running = start({ PURSESTRINGS_DATA: '/dev/null/pursestrings' });
  expect(await running.ended).toBe(1);
  expect(running.words()).toMatch(/may not write in \/dev\/null\/pursestrings[\s\S]*PURSESTRINGS_DATA/);
}, 30_000);

test('it starts over an empty postmaster.pid', async () => {
  writeFileSync(join(data, 'postgres', 'postmaster.pid'), '');
  const running = start();
  await until(greeted(running), 30_000);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
}, 60_000);

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isOurs, ROOT } from './data-folder.ts';
import { isAlive } from './postmaster-file.ts';
import { LaptopProblem } from './problem.ts';

const STOP_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 60_000;
const PROGRAM = 'apps/api/dist/main.js';

export interface Site {
  /** Resolves with the exit code when the process that serves has ended. */
  readonly ended: Promise<number>;
  /** Asks it to finish what it is doing and end; after 20 seconds it is ended. */
  stop(): Promise<void>;
}

/** Starts the process that serves. It's in a group of its own, so that Ctrl-C reaches this launcher alone. */
export function startSite(dataFolder: string, environment: Readonly<Record<string, string>>): Site {
  const note = join(dataFolder, 'site-process');
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  if (child.pid !== undefined) writeFileSync(note, String(child.pid));
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return {
    ended: ended.finally(() => rmSync(note, { force: true })),
    stop: () => stopChild(child, ended),
  };
}

async function stopChild(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const limit = new AbortController();
  const late = wait(STOP_TIMEOUT_MS, 'late', { signal: limit.signal }).catch(() => 'ended');
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  limit.abort();
  await ended;
}

/** Ends a site whose launcher was killed, and which would otherwise hold the port. */
export async function stopLeftOver(dataFolder: string): Promise<void> {
  const note = join(dataFolder, 'site-process');
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (pid > 1 && isAlive(pid) && isOurs(pid, PROGRAM)) {
    console.log(' · A site left by an earlier start is still running; stopping it first …');
    process.kill(pid, 'SIGTERM');
    const deadline = performance.now() + STOP_TIMEOUT_MS;
    while (isAlive(pid) && performance.now() < deadline) await wait(50);
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
  rmSync(note, { force: true });
}

/** Waits until the site says that it is ready. Throws with what it says is missing. */
export async function untilSiteReady(address: string, site: Site): Promise<void> {
  let gone = false;
  site.ended.then(
    () => {
      gone = true;
    },
    () => undefined,
  );
  const deadline = performance.now() + READY_TIMEOUT_MS;
  let said = 'it did not answer';
  while (performance.now() < deadline) {
    if (gone) throw new LaptopProblem('The site ended while it was starting. What it said stands above.', 'See docs/running/put-right.md.');
    try {
      const answer = await fetch(`${address}/ready`, { signal: AbortSignal.timeout(5_000) });
      const words = await answer.text();
      if (answer.ok) return;
      said = words.slice(0, 2_000);
    } catch {
      // Not listening yet.
    }
    await wait(100);
  }
  throw new LaptopProblem(`The site did not become ready in a minute: ${said}`, 'See docs/running/put-right.md.');
}

import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive } from './postmaster-file.ts';
import { codeOf, LaptopProblem } from './problem.ts';
import { everybodyMayEnter, serverUser } from './programs.ts';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Below this there is no sense in starting: PostgreSQL alone needs room for its write-ahead log. */
const LEAST_BYTES = 300_000_000;

/**
 * Where everything of this laptop is kept: `PURSESTRINGS_DATA`, else `.data` in the project; as root in a project that others cannot
 * enter `/var/lib/pursestrings`, since the database does not run as root.
 */
export function chooseDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment.PURSESTRINGS_DATA;
  if (chosen) return resolve(chosen);
  if (serverUser().uid !== undefined && !everybodyMayEnter(ROOT)) return '/var/lib/pursestrings';
  return join(ROOT, '.data');
}

/** Makes the data folder and sees that there is room in it. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const trial = join(folder, '.may-write');
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw diskFull(folder);
    throw new LaptopProblem(`We may not write in ${folder}.`, 'Set PURSESTRINGS_DATA to a folder of your own and start again.');
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_BYTES) throw diskFull(folder);
}

function diskFull(folder: string): LaptopProblem {
  return new LaptopProblem(`The disk that holds ${folder} is full.`, 'Free at least 1 GB and start again. Nothing is lost.');
}

/** Takes the data folder for this process alone; `release` gives it back. A note left by a process that is gone is no hindrance. */
export function takeDataFolder(folder: string): { readonly release: () => void } {
  const note = join(folder, 'started-by');
  const other = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (other > 1 && other !== process.pid && isAlive(other) && isOurs(other)) {
    throw new LaptopProblem(
      `Pursestrings is already running on ${folder} (process ${other}).`,
      `Use that one, or stop it first: press Ctrl-C where it runs, or type  kill ${other}`,
    );
  }
  writeFileSync(note, String(process.pid));
  return { release: () => rmSync(note, { force: true }) };
}

/** True unless the system can tell us that the process is another program that got the same number. */
export function isOurs(pid: number, part = 'scripts/laptop/'): boolean {
  const file = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  return existsSync(file) && readFileSync(file, 'utf8').includes(part);
}

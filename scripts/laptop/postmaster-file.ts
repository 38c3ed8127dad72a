import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL server that runs on a folder, as its own note `postmaster.pid` says. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** True if a process with this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The server that runs on the cluster in `folder`, if one does.
 *
 * A note that no server stands behind is removed: an empty one, which a power cut leaves and at which PostgreSQL
 * refuses to start, and one whose number now belongs to another program.
 */
export function runningServer(folder: string): RunningServer | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && looksLikePostgres(pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

/** True unless the system can tell us that the process is something else. */
function looksLikePostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  if (!existsSync(commandLine)) return false;
  const [program = ''] = readFileSync(commandLine, 'utf8').split('\0');
  return program.endsWith('postgres');
}

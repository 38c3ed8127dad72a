import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** No system gives a process this number. */
const NOBODYS_PID = 4_194_305;

/**
 * The server that runs on the cluster in `folder`, if one does.
 *
 * Two notes at which PostgreSQL would refuse to start are put right: an empty one, which a power cut leaves, is removed; in one whose
 * number now belongs to another program the number is replaced. The note itself stays in that case, and so does one of a server that was
 * killed: PostgreSQL finds in it the memory that the killed server's helpers may still be using, and waits for them.
 */
export function runningServer(folder: string): RunningServer | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2) {
    rmSync(file, { force: true });
    return undefined;
  }
  if (!isAlive(pid)) return undefined;
  if (looksLikePostgres(pid)) return { pid, port: Number(lines[3]) };
  writeFileSync(file, [String(NOBODYS_PID), ...lines.slice(1)].join('\n'));
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

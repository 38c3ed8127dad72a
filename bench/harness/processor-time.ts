import { readFileSync } from 'node:fs';
import { childrenOf } from '../../apps/api/test/killer/installation.ts';

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process has used, with `ended: true` also those of its children that have ended. */
function secondsOf(pid: number, ended: boolean): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold spaces; user and system time are the 14th and 15th fields.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const own = (fields[11] ?? 0) + (fields[12] ?? 0);
    return (own + (ended ? (fields[13] ?? 0) + (fields[14] ?? 0) : 0)) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** Seconds of processor time of a process. */
export function processorSeconds(pid: number): number {
  return secondsOf(pid, false);
}

/** Seconds of processor time of a PostgreSQL server with all its processes, those that have ended among them. */
export function serverSeconds(postmaster: number): number {
  return childrenOf(postmaster).reduce((sum, pid) => sum + secondsOf(pid, true), secondsOf(postmaster, true));
}

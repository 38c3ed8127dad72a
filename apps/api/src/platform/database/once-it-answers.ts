import { setTimeout as wait } from 'node:timers/promises';

/** PostgreSQL is starting, ending or getting over a kill; or nobody listens yet. A wrong password or address is none of these. */
const passing = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/**
 * Does `work`, and does it again while PostgreSQL is on its way back: a process that starts just then waits instead of ending.
 * Any other fault is thrown at once, and so is this one after `patienceMs`.
 */
export async function onceItAnswers<T>(work: () => Promise<T>, patienceMs = 30_000, pauseMs = 250): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (!willPass(fault) || performance.now() > deadline) throw fault;
    }
    await wait(pauseMs);
  }
}

function willPass(fault: unknown): boolean {
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && passing.has(code)) || message === 'Connection terminated unexpectedly';
}

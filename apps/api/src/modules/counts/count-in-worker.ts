import { Worker } from 'node:worker_threads';
import type { CountDocument } from '@pursestrings/voting-rules/count-document';
import type { ProjectWords } from '@pursestrings/voting-rules/explain-in-words';
import type { CountInput } from '@pursestrings/voting-rules/round';
import type { Rule } from '@pursestrings/voting-rules/rules';

/** What a count says, in figures and in words. */
export interface Counted {
  readonly document: CountDocument;
  readonly words: readonly ProjectWords[];
}

type Said = { readonly share: number } | Counted;

/** The worker beside this file: TypeScript in tests, JavaScript once built. */
const workerFile = new URL(`./count.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

export interface WorkerOptions {
  /** Hears the share done, 0 to 1; what it throws ends the count. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Leave out how close each project came, which takes most of the time. */
  readonly skipCloseness?: boolean | undefined;
}

/** Counts in a thread of its own. Throws what the count throws. */
export function countInWorker(input: CountInput, rule: Rule, options: WorkerOptions = {}): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const workerData = { input, rule, skipCloseness: options.skipCloseness ?? false };
    const worker = new Worker(workerFile, { workerData, execArgv: [], env: {} });
    const giveUp = (fault: unknown): void => {
      reject(fault);
      void worker.terminate();
    };
    worker.on('message', (said: Said) => {
      if (!('share' in said)) return resolve(said);
      try {
        options.onProgress?.(said.share);
      } catch (fault) {
        giveUp(fault);
      }
    });
    worker.once('error', giveUp);
    worker.once('exit', (code) => reject(new Error(`The count ended early, with code ${code}.`)));
  });
}

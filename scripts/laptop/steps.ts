import { spawn } from 'node:child_process';
import { LaptopProblem } from './problem.ts';

/** Says what is being done, and how long it has taken when it takes long. One line a step, so that it reads well in a log as well. */
export async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(1);
  console.log(` · ${words} …`);
  const reminder = setInterval(() => console.log(`   … still at it, ${Math.round(Number(seconds()))} seconds so far`), 10_000);
  try {
    const result = await work();
    if (Number(seconds()) >= 1) console.log(`   done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What to say if it fails, before its own last lines. */
  readonly failure: string;
  readonly advice?: string;
}

/** Runs a program to its end and returns what it printed; throws a `LaptopProblem` with its last lines if it fails. */
export function runProgram(program: Program): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program.command, program.args, {
      cwd: program.cwd,
      env: { ...process.env, ...program.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: unknown): void => {
      output = (output + String(chunk)).slice(-200_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new LaptopProblem(`${program.failure}\n${error.message}`, program.advice)));
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const last = output.trim().split('\n').slice(-25).join('\n');
      const full = /ENOSPC|No space left on device/.test(output);
      const advice = full ? 'The disk is full. Free at least 1 GB and start again.' : program.advice;
      reject(new LaptopProblem(`${program.failure}\n${last}`, advice));
    });
  });
}

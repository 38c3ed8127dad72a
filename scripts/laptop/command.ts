import { LaptopProblem, wordsOf } from './problem.ts';

/** Runs a command to its end: what a person can put right is said in plain words, anything else with its trace. */
export async function command(work: () => Promise<void>, failure: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`\n${failure}\n${wordsOf(error)}`);
    if (error instanceof LaptopProblem) {
      if (error.advice) console.error(`\n${error.advice}`);
    } else if (error instanceof Error) console.error(error.stack);
    process.exitCode = 1;
  }
}

/** The value after `--name`, if it is there. */
export function option(name: string, args: readonly string[]): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at === -1 ? undefined : args[at + 1];
}

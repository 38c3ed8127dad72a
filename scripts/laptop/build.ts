import { join } from 'node:path';
import { ROOT } from './data-folder.ts';
import { runProgram } from './steps.ts';

/** Builds what has changed since the last time; turbo remembers the rest. Nothing is sent anywhere. */
export async function build(): Promise<void> {
  await runProgram({
    command: join(ROOT, 'node_modules', '.bin', 'turbo'),
    args: ['run', 'build', '--output-logs=errors-only', '--ui=stream', '--no-update-notifier'],
    cwd: ROOT,
    environment: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    failure: 'The program could not be built.',
    advice: 'If you have not changed anything: delete the folder node_modules and start again.',
  });
}

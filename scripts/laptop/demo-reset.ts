// The work of `npm run demo:reset`; scripts/demo-reset.mjs tells how to use it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { staysHere } from './backup-file.ts';
import { command } from './command.ts';
import { chooseDataFolder, takeDataFolder } from './data-folder.ts';
import { startPostgres } from './embedded-postgres.ts';
import { runningServer } from './postmaster-file.ts';
import { LaptopProblem } from './problem.ts';
import { stopLeftOver } from './site.ts';

const dataFolder = chooseDataFolder();

/** Asks for a plain yes; without a keyboard the answer is no. */
async function isSure(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) throw new LaptopProblem('Nobody is here to ask.', 'If you are sure:  npm run demo:reset -- --yes');
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await questions.question(`Everything in the database of ${dataFolder} will be thrown away. Type yes to go on: `);
  questions.close();
  return answer.trim().toLowerCase() === 'yes';
}

async function reset(): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new LaptopProblem('DATABASE_URL is set; only a database of this laptop can be reset.', 'Unset it first.');
  if (!existsSync(join(dataFolder, 'demonstration-loaded'))) {
    throw new LaptopProblem(
      `${dataFolder} does not hold the demonstration, so it is not thrown away.`,
      'npm start loads it where there is nothing yet.',
    );
  }
  const folder = takeDataFolder(dataFolder);
  try {
    if (!(await isSure())) return console.log('Nothing was changed.');
    await stopLeftOver(dataFolder);
    if (runningServer(join(dataFolder, 'postgres'))) await (await startPostgres({ dataFolder })).stop();
    // The note goes last: if this is broken off, it can be run again.
    for (const name of ['postgres', 'files']) rmSync(join(dataFolder, name), { recursive: true, force: true });
    for (const name of readdirSync(join(dataFolder, 'secrets'))) if (staysHere(name)) rmSync(join(dataFolder, 'secrets', name));
    rmSync(join(dataFolder, 'demonstration-loaded'));
    console.log('Done. npm start loads the demonstration anew.');
  } finally {
    folder.release();
  }
}

await command(reset, 'The demonstration was not reset.');

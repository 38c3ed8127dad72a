// The work of `npm run publish-data`; scripts/publish-data.mjs tells how to use it. Finds the database and hands over to the API's program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './laptop/build.ts';
import { command } from './laptop/command.ts';
import { chooseDataFolder, ROOT } from './laptop/data-folder.ts';
import { openDatabase } from './laptop/database.ts';
import { LaptopProblem } from './laptop/problem.ts';
import { step } from './laptop/steps.ts';

const dataFolder = chooseDataFolder();
const program = 'apps/api/dist/commands/publish-data.js';

/** The arguments with the folder's name made whole, since npm runs us in the project's folder. */
function argumentsForProgram(): string[] {
  const from = process.env.INIT_CWD ?? '.';
  return process.argv.slice(2).map((argument, at, all) => (all[at - 1] === '--out' ? resolve(from, argument) : argument));
}

function run(environment: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, [program, ...argumentsForProgram()], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}

async function publishData(): Promise<void> {
  if (!process.env.DATABASE_URL && !existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))) {
    throw new LaptopProblem(`There is no site in ${dataFolder} yet.`, 'Start it once with npm start, or set PURSESTRINGS_DATA.');
  }
  if (!existsSync(join(ROOT, program))) await step('Building', build);
  const database = await openDatabase(dataFolder);
  try {
    const inProduction = process.env.NODE_ENV === 'production';
    process.exitCode = await run({
      DATABASE_URL: database.appUrl,
      PURSESTRINGS_DATA: dataFolder,
      ...(inProduction ? {} : { NODE_ENV: 'laptop', PURSESTRINGS_DEMONSTRATION: 'yes' }),
    });
  } finally {
    if (database.server && !database.server.adopted) await database.server.stop();
  }
}

await command(publishData, 'Nothing was written.');

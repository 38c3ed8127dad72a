// The work of `npm run backup`; scripts/backup.mjs tells how to use it.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from './backup-file.ts';
import { backupName, pack, removeOld, sizeInWords, staysHere } from './backup-file.ts';
import { copyCluster, makeWorkFolder, tryOut } from './base-backup.ts';
import { command, option } from './command.ts';
import { copyTree } from './copy-tree.ts';
import { chooseDataFolder, ROOT } from './data-folder.ts';
import { startPostgres } from './embedded-postgres.ts';
import { LaptopProblem } from './problem.ts';
import { step } from './steps.ts';

const dataFolder = chooseDataFolder();
const work = join(dataFolder, 'backup.work');

/** Copies cluster, secrets and files into the work folder. A server that was not running is stopped again. */
async function copyAll(): Promise<void> {
  const server = await startPostgres({ dataFolder });
  try {
    await copyCluster(server.superuserUrl, join(dataFolder, 'postgres'), work);
  } finally {
    if (!server.adopted) await server.stop();
  }
  copyTree(join(dataFolder, 'secrets'), join(work, 'secrets'), staysHere);
  const files = join(dataFolder, 'files');
  if (existsSync(files)) copyTree(files, join(work, 'files'));
  for (const note of ['demonstration-loaded']) copyTree(join(dataFolder, note), join(work, note));
}

function writeManifest(rows: Manifest['rows'], now: Date): void {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const manifest: Manifest = { format: 'pursestrings-backup/1', madeAt: now.toISOString(), version, rows };
  writeFileSync(join(work, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function backUp(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new LaptopProblem(
      'DATABASE_URL is set, so the data lies in a PostgreSQL of your own.',
      'Back that up with its own tools; docs/running/back-up.md says how. Or unset DATABASE_URL to back up this laptop.',
    );
  }
  if (!existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))) {
    throw new LaptopProblem(
      `There is nothing to back up in ${dataFolder}.`,
      'Start the site once with npm start, or set PURSESTRINGS_DATA.',
    );
  }
  const out = resolve(process.env.INIT_CWD ?? '.', option('out', process.argv) ?? join(dataFolder, 'backups'));
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const now = new Date();
  const file = join(out, backupName(now));
  try {
    await makeWorkFolder(work);
    await step('Copying', copyAll);
    const rows = await step('Trying the copy out: starting it and reading every row', () => tryOut(work));
    writeManifest(rows, now);
    await step('Packing', () => pack(work, file));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const name of removeOld(out, now)) console.log(` · ${name} is older than 35 days and was removed`);
  console.log(`\nBacked up: ${file} (${sizeInWords(file)}). The copy was started and read through.`);
  if (out.startsWith(dataFolder)) {
    console.log('It lies on the same disk as the original. Copy it to a stick or another computer, and keep that locked away.');
  }
  console.log(`To put it back:  npm run restore -- ${file}`);
}

await command(backUp, 'There is NO backup of today. What is on this laptop has not been changed.');

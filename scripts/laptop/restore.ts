// The work of `npm run restore`; scripts/restore.mjs tells how to use it.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from './backup-file.ts';
import { unpack } from './backup-file.ts';
import type { RowCounts } from './base-backup.ts';
import { makeWorkFolder, tryOut } from './base-backup.ts';
import { command } from './command.ts';
import { copyTree } from './copy-tree.ts';
import { chooseDataFolder, prepareDataFolder, takeDataFolder } from './data-folder.ts';
import { startPostgres } from './embedded-postgres.ts';
import { runningServer } from './postmaster-file.ts';
import { LaptopProblem } from './problem.ts';
import { stopLeftOver } from './site.ts';
import { step } from './steps.ts';

const dataFolder = chooseDataFolder();
const work = join(dataFolder, 'restore.work');
const PARTS = ['postgres', 'secrets', 'files', 'demonstration-loaded'] as const;

function readManifest(): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(work, 'manifest.json'), 'utf8')) as Manifest;
    if (manifest.format === 'pursestrings-backup/1') return manifest;
  } catch {
    // Said below.
  }
  throw new LaptopProblem('This file is not a backup made by npm run backup.', 'Use another one. Nothing was changed.');
}

/** Refuses unless every table has as many rows as when the backup was made. */
function compare(expected: RowCounts, found: RowCounts): void {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const wrong = [...names].filter((name) => expected[name] !== found[name]);
  if (wrong.length === 0) return;
  const lines = wrong.map((name) => `   ${name}: ${expected[name] ?? 'no table'} then, ${found[name] ?? 'no table'} now`);
  throw new LaptopProblem(
    `The backup does not hold what it held when it was made:\n${lines.join('\n')}`,
    'Use another one. Nothing was changed.',
  );
}

/** Puts what was unpacked in its place, and what was there into `kept`. If a move fails, all goes back. */
function exchange(kept: string): void {
  mkdirSync(kept, { mode: 0o755 });
  const done: (readonly [from: string, to: string])[] = [];
  const move = (from: string, to: string): void => {
    if (!existsSync(from)) return;
    renameSync(from, to);
    done.push([from, to]);
  };
  try {
    for (const part of PARTS) {
      move(join(dataFolder, part), join(kept, part));
      move(join(work, part), join(dataFolder, part));
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw error;
  }
}

/** Keys that no backup holds are taken over from what was here: a vote that is going on needs them. */
function keepOwnSecrets(kept: string): void {
  const old = join(kept, 'secrets');
  if (!existsSync(old)) return;
  const secrets = join(dataFolder, 'secrets');
  for (const name of readdirSync(old)) if (!existsSync(join(secrets, name))) copyTree(join(old, name), join(secrets, name));
}

async function stopServer(): Promise<void> {
  await stopLeftOver(dataFolder);
  if (runningServer(join(dataFolder, 'postgres'))) await (await startPostgres({ dataFolder })).stop();
}

async function restore(): Promise<void> {
  const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const file = resolve(process.env.INIT_CWD ?? '.', given ?? '');
  if (!given || !existsSync(file))
    throw new LaptopProblem(`There is no file ${file}.`, 'Give the whole path of a pursestrings-backup-….tar.gz');
  prepareDataFolder(dataFolder);
  const folder = takeDataFolder(dataFolder);
  try {
    await makeWorkFolder(work);
    await step('Unpacking', () => unpack(file, work));
    const manifest = readManifest();
    const found = await step('Trying it out: starting it and reading every row', () => tryOut(work));
    compare(manifest.rows, found);
    await stopServer();
    const kept = join(dataFolder, `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`);
    exchange(kept);
    keepOwnSecrets(kept);
    console.log(`\nRestored: everything is as it was on ${manifest.madeAt.slice(0, 10)} at ${manifest.madeAt.slice(11, 16)} (UTC).`);
    console.log(`What was here before lies in ${kept}. Delete it when you are sure that you do not need it.`);
    console.log('Start with:  npm start');
  } finally {
    rmSync(work, { recursive: true, force: true });
    folder.release();
  }
}

await command(restore, 'The backup was NOT restored. Everything on this laptop is as it was.');

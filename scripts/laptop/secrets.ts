import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder that holds secrets, closed to everybody else. Running it again changes nothing. */
export function makeSecretsFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Reads the secret called `name`, or makes it: 32 random bytes, written in letters that need no quoting in an address.
 * The file is readable by its owner alone, and is whole or not there: it is written beside its place and then moved.
 */
export function readOrMakeSecret(folder: string, name: string): string {
  const file = join(folder, name);
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept !== '') return kept;
  }
  makeSecretsFolder(folder);
  const secret = randomBytes(32).toString('base64url');
  const beside = `${file}.new`;
  writeFileSync(beside, `${secret}\n`, { mode: 0o600 });
  chmodSync(beside, 0o600);
  renameSync(beside, file);
  return secret;
}

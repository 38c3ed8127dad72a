import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';

/**
 * Keys that must not lie in the database: files in `DATA/secrets/`, readable by the program alone. Each is made at first
 * use by whichever process comes first; the others read it.
 */
@Injectable()
export class Secrets {
  private readonly folder: string;
  private readonly known = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataFolder, 'secrets');
  }

  /** The secret `name`, of `length` random bytes, made if it is not there. */
  get(name: string, length = 32): Buffer {
    const known = this.known.get(name);
    if (known) return known;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(this.path(name), randomBytes(length), { flag: 'wx', mode: 0o600 });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
    const secret = readFileSync(this.path(name));
    if (secret.length !== length) throw new Error(`The secret ${name} is ${secret.length} bytes long and should be ${length}.`);
    this.known.set(name, secret);
    return secret;
  }

  /** The secret `name`, or null when there is none; never makes one. */
  find(name: string): Buffer | null {
    try {
      return readFileSync(this.path(name));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
  }

  /** Keeps a secret made elsewhere under `name`. Throws when one of that name is kept already. */
  keep(name: string, secret: Buffer): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.path(name), secret, { flag: 'wx', mode: 0o600 });
  }

  /** Destroys the secret `name`, if it is there. */
  destroy(name: string): void {
    this.known.delete(name);
    rmSync(this.path(name), { force: true });
  }

  private path(name: string): string {
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error('A secret is named in small letters, digits and hyphens.');
    return join(this.folder, name);
  }
}

import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's smallest recommended setting for argon2id, which is the library's own kind: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many passwords are worked on at once, so that a crowd at the door cannot take all memory. */
const atOnce = 2;

/** Hashes and checks passwords, two at once. */
@Injectable()
export class Passwords {
  private readonly waiting: (() => void)[] = [];
  private working = 0;
  private unknown: Promise<string> | null = null;

  /** A password's hash for keeping. */
  async hash(password: string): Promise<string> {
    return await this.inTurn(() => hash(password, cost));
  }

  /**
   * Whether `password` belongs to `kept`. With null (an unknown address, or one without a password) it does the same work
   * and says no, so that the time tells nothing.
   */
  async fits(password: string, kept: string | null): Promise<boolean> {
    this.unknown ??= hash('nobody has this password', cost);
    const hashed = kept ?? (await this.unknown);
    const fits = await this.inTurn(() => verify(hashed, password));
    return fits && kept !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.working += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }
}

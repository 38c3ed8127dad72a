import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { Secrets } from '../../platform/files/secrets.ts';
import { makeRoundKey } from './envelope.ts';

/**
 * The secrets of a round, in files outside the database and its backups: the private key (whole, on a demonstration; elsewhere no vote can be
 * held until keys are split among cards), the key of pseudonyms `K_ref`, and the seed that lots are drawn from.
 */
@Injectable()
export class RoundKeys {
  constructor(
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether this installation may hold a vote: one key on one server is for trying things out only. */
  mayHoldVotes(): boolean {
    return this.config.mode !== 'production' && (this.config.demonstration || this.config.mode === 'test');
  }

  /** Makes the round's key and seed, keeps the secret halves, and returns what is published. */
  async make(roundId: string): Promise<{ publicKey: Buffer; seedCommitment: Buffer }> {
    if (!this.mayHoldVotes()) throw new Error('This installation cannot hold a vote yet.');
    const pair = await makeRoundKey();
    const seed = randomBytes(32);
    this.secrets.destroy(`round-key-${roundId}`);
    this.secrets.destroy(`round-seed-${roundId}`);
    this.secrets.keep(`round-key-${roundId}`, Buffer.from(pair.privateKey));
    this.secrets.keep(`round-seed-${roundId}`, seed);
    return { publicKey: Buffer.from(pair.publicKey), seedCommitment: createHash('sha256').update(seed).digest() };
  }

  /** The private key. Throws when it is gone. */
  privateKey(roundId: string): Buffer {
    return this.needed(`round-key-${roundId}`);
  }

  /** The seed for lots. Throws when it is gone. */
  seed(roundId: string): Buffer {
    return this.needed(`round-seed-${roundId}`);
  }

  /** Makes `K_ref` at opening, or finds the one of an opening that was cut short; returns its SHA-256. */
  makeReferenceKey(roundId: string): Buffer {
    return createHash('sha256')
      .update(this.secrets.get(`k-ref-${roundId}`))
      .digest();
  }

  /** A voter's pseudonym in a round, and the SHA-256 of the key it was made with, which the box compares. Throws once the key is destroyed. */
  pseudonym(roundId: string, voterId: string): { ref: Buffer; keyHash: Buffer } {
    const key = this.needed(`k-ref-${roundId}`);
    const ref = createHmac('sha256', key)
      .update(Buffer.from(`${roundId}${voterId}`.replaceAll('-', ''), 'hex'))
      .digest();
    return { ref, keyHash: createHash('sha256').update(key).digest() };
  }

  /** Whether `K_ref` is still there. */
  hasReferenceKey(roundId: string): boolean {
    return this.secrets.find(`k-ref-${roundId}`) !== null;
  }

  /** Destroys `K_ref`: from then on nobody can work out whose a pseudonym was. */
  destroyReferenceKey(roundId: string): void {
    this.secrets.destroy(`k-ref-${roundId}`);
  }

  /** Destroys every secret of a round: from then on nothing opens its envelopes. */
  destroyAll(roundId: string): void {
    for (const name of ['round-key', 'round-seed', 'k-ref']) this.secrets.destroy(`${name}-${roundId}`);
  }

  private needed(name: string): Buffer {
    const secret = this.secrets.find(name);
    if (!secret) throw new Error(`The secret ${name} is not there: look into the folder of secrets, docs/running/put-right.md.`);
    return secret;
  }
}

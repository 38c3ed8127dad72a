import { Inject, Injectable } from '@nestjs/common';
import { newSecretId } from '@pursestrings/basics/ids';
import type { Tx } from '../../platform/database/transactions.ts';
import { readPublicKey, seal } from './envelope.ts';
import { OpenRoundReads } from './open-round.reads.ts';
import { RoundKeys } from './round-keys.ts';

/** How many envelopes go to the database at once. */
const batchSize = 500;
/** How many are sealed side by side: sealing waits for Node's few crypto threads. */
const sideBySide = 50;

/** One ballot of an import. */
export interface ImportedBallot {
  readonly voterId: string;
  /** One byte a project, in the projects' order. */
  readonly marks: Uint8Array;
}

/** Casts thousands of ballots, each through the one function that every ballot goes through. For imports and the demonstration. */
@Injectable()
export class CastMany {
  constructor(
    @Inject(OpenRoundReads) private readonly rounds: OpenRoundReads,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  /** Casts all, or throws on the first that is not taken, which undoes the caller's transaction. `onProgress` hears how many are in the box. */
  async within(
    tx: Tx,
    round: { readonly id: string },
    work: { readonly ballots: readonly ImportedBallot[]; readonly onProgress?: (cast: number) => void },
  ): Promise<void> {
    const frozen = await this.rounds.frozen(tx, round.id);
    if (!frozen) throw new Error('Ballots are cast into an announced round.');
    const { rulesHash, projects, publicKeyRaw } = frozen.round;
    const to = { roundId: round.id, rulesHash, projects: projects.length, publicKey: await readPublicKey(publicKeyRaw) };
    const batchAt = (from: number): Promise<SealedBatch> => sealAll(work.ballots.slice(from, from + batchSize), to);
    let next = batchAt(0);
    for (let from = 0; from < work.ballots.length; from += batchSize) {
      const sealed = await next;
      // The next envelopes are sealed while these go to the database.
      next = batchAt(from + batchSize);
      next.catch(() => undefined);
      await this.castBatch(tx, round.id, sealed);
      work.onProgress?.(from + sealed.batch.length);
    }
  }

  private async castBatch(tx: Tx, roundId: string, { batch, sealed }: SealedBatch): Promise<void> {
    const pseudonyms = batch.map(({ voterId }) => this.keys.pseudonym(roundId, voterId));
    const rows = await tx.query<{ outcome: string }>('SELECT outcome FROM vote.cast_many($1, $2, $3, $4, $5, $6, $7)', [
      roundId,
      batch.map(({ voterId }) => voterId),
      pseudonyms.map(({ ref }) => ref),
      pseudonyms[0]?.keyHash,
      batch.map(() => newSecretId()),
      sealed,
      'import',
    ]);
    const refused = rows.find(({ outcome }) => outcome !== 'cast');
    if (rows.length !== batch.length || refused)
      throw new Error(`The ballot box answered '${refused?.outcome ?? 'too little'}' to an imported ballot.`);
  }
}

interface SealedBatch {
  readonly batch: readonly ImportedBallot[];
  readonly sealed: readonly Buffer[];
}

async function sealAll(batch: readonly ImportedBallot[], to: Parameters<typeof seal>[1]): Promise<SealedBatch> {
  const sealed: Buffer[] = [];
  for (let from = 0; from < batch.length; from += sideBySide) {
    sealed.push(...(await Promise.all(batch.slice(from, from + sideBySide).map(({ marks }) => seal(marks, to)))));
  }
  return { batch, sealed };
}

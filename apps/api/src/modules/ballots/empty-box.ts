import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transactions.ts';
import { checkMarks } from './ballot.rules.ts';
import { BallotBox } from './ballot-box.ts';
import { open, readPrivateKey } from './envelope.ts';
import { type FrozenRound, OpenRoundReads } from './open-round.reads.ts';
import { RoundKeys } from './round-keys.ts';

const sideBySide = 50;
const batchSize = 2_000;

export interface EmptiedBox {
  /** Envelopes opened, one a voter. */
  readonly opened: number;
  /** Envelopes that a later one of the same voter replaced; deleted unopened. */
  readonly superseded: number;
  /** Envelopes that did not open, or hold what the round does not allow. */
  readonly invalid: number;
}

/** Opens a closed box: from here on nobody can join a ballot to a voter, so it happens once. */
@Injectable()
export class EmptyBox {
  constructor(
    @Inject(OpenRoundReads) private readonly rounds: OpenRoundReads,
    @Inject(BallotBox) private readonly box: BallotBox,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  /**
   * Takes each voter's last envelope, drops what ties envelopes to pseudonyms, opens them, and writes the ballots sorted bytewise in one
   * statement. The caller destroys `K_ref` (`forgetVoters`) once the transaction is saved: a key that is gone cannot be given back by an undo.
   */
  async within(tx: Tx, roundId: string): Promise<EmptiedBox> {
    const frozen = await this.rounds.frozen(tx, roundId);
    if (!frozen) throw new Error('Only an announced round has a box.');
    const emptied = await tx.one<{ to_open: number; superseded: number }>('SELECT to_open, superseded FROM vote.empty_box($1)', [roundId]);
    if (!emptied) throw new Error('vote.empty_box always answers one row.');
    await this.publishReceipts(tx, roundId);
    const ballots = await this.openAll(tx, frozen.round);
    ballots.sort(Buffer.compare);
    await tx.query(
      `INSERT INTO vote.opened_ballot (neighbourhood_id, round_id, line, choices)
       SELECT $1, $2, b.line, b.choices FROM unnest($3::bytea[]) WITH ORDINALITY AS b (choices, line) ORDER BY b.line`,
      [tx.actor.neighbourhoodId, roundId, ballots],
    );
    return { opened: emptied.to_open, superseded: emptied.superseded, invalid: emptied.to_open - ballots.length };
  }

  /** Destroys `K_ref` of a round whose box was emptied. */
  forgetVoters(roundId: string): void {
    this.keys.destroyReferenceKey(roundId);
  }

  /** The marks of every opened ballot, in order. */
  async openedBallots(tx: Tx, roundId: string): Promise<Buffer[]> {
    const rows = await tx.query<{ choices: Buffer }>(
      'SELECT choices FROM vote.opened_ballot WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY line',
      [tx.actor.neighbourhoodId, roundId],
    );
    return rows.map(({ choices }) => choices);
  }

  /** The last batch of the bulletin: every receipt, superseded ones too, sorted, one a line. */
  private async publishReceipts(tx: Tx, roundId: string): Promise<void> {
    const rows = await tx.query<{ receipt: Buffer }>(
      'SELECT receipt FROM vote.receipt WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY receipt',
      [tx.actor.neighbourhoodId, roundId],
    );
    await this.box.publish(
      tx,
      roundId,
      rows.map(({ receipt }) => receipt.toString('hex')),
    );
  }

  private async openAll(tx: Tx, round: FrozenRound): Promise<Buffer[]> {
    const from = {
      roundId: round.id,
      rulesHash: round.rulesHash,
      projects: round.projects.length,
      privateKey: await readPrivateKey(this.keys.privateKey(round.id)),
    };
    const ballots: Buffer[] = [];
    let last: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = await tx.query<{ receipt: Buffer; ct: Buffer }>(
        'SELECT receipt, ct FROM vote.sealed WHERE neighbourhood_id = $1 AND round_id = $2 AND receipt > $3 ORDER BY receipt LIMIT $4',
        [tx.actor.neighbourhoodId, round.id, last, batchSize],
      );
      if (rows.length === 0) return ballots;
      for (let at = 0; at < rows.length; at += sideBySide) {
        const marks = await Promise.all(rows.slice(at, at + sideBySide).map(({ ct }) => open(ct, from)));
        for (const one of marks) if (one && checkMarks(one, round).ok) ballots.push(Buffer.from(one));
      }
      last = rows.at(-1)?.receipt ?? last;
    }
  }
}

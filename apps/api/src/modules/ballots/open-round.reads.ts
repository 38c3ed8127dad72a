import { Inject, Injectable } from '@nestjs/common';
import type { BallotLimits, BallotType } from '@pursestrings/contracts/rounds';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { BallotPaper } from './ballot.rules.ts';
import { type HpkeKey, readPublicKey } from './envelope.ts';

/** A round's frozen part, as far as ballots need it. */
export interface FrozenRound extends BallotPaper {
  readonly id: string;
  readonly rulesHash: Buffer;
  readonly publicKeyRaw: Buffer;
  readonly closesAt: string;
}

interface Row {
  ballot_type: BallotType;
  rule: { limits: BallotLimits };
  pot_pence: number;
  rules_hash: Buffer;
  public_key: Buffer;
  closes_at: string;
  state: string;
  projects: { code: string; costPence: number }[];
}

/** How many rounds are remembered at most. */
const remembered = 100;

/** What was announced of a round. From opening on it cannot change, so it is read once. */
@Injectable()
export class OpenRoundReads {
  private readonly known = new Map<string, { round: FrozenRound; publicKey: HpkeKey }>();

  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** The round with its public key, ready to seal to; null before announcement. */
  async toSeal(actor: Actor, roundId: string): Promise<{ round: FrozenRound; publicKey: HpkeKey } | null> {
    const key = `${actor.neighbourhoodId}/${roundId}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = await this.transactions.read(actor, (tx) => this.frozen(tx, roundId));
    if (!found) return null;
    const entry = { round: found.round, publicKey: await readPublicKey(found.round.publicKeyRaw) };
    if (found.isOpen) {
      if (this.known.size >= remembered) this.known.clear();
      this.known.set(key, entry);
    }
    return entry;
  }

  /** The frozen part, and whether its prices are frozen too; null before announcement. */
  async frozen(tx: Tx, roundId: string): Promise<{ round: FrozenRound; isOpen: boolean } | null> {
    const row = await tx.one<Row>(
      `SELECT r.ballot_type, r.rule, r.pot_pence, r.rules_hash, r.public_key, r.closes_at, r.state,
         (SELECT jsonb_agg(jsonb_build_object('code', p.code, 'costPence', p.cost_pence) ORDER BY p.position)
          FROM round_project p WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.id) AS projects
       FROM round r WHERE r.neighbourhood_id = $1 AND r.id = $2 AND r.announced_at IS NOT NULL`,
      [tx.actor.neighbourhoodId, roundId],
    );
    if (!row) return null;
    const round: FrozenRound = {
      id: roundId,
      ballotType: row.ballot_type,
      limits: row.rule.limits,
      potPence: row.pot_pence,
      projects: row.projects,
      rulesHash: row.rules_hash,
      publicKeyRaw: row.public_key,
      closesAt: row.closes_at,
    };
    return { round, isOpen: row.state === 'open' };
  }
}

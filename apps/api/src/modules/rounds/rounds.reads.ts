import { Inject, Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { BallotType, listReadyProposals, listRounds, RoundProject, RoundState, readRound } from '@pursestrings/contracts/rounds';
import { nameOfRule } from '@pursestrings/voting-rules/rules';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { RoundKeys } from '../ballots/index.ts';
import type { RoundRule } from './round-rule.ts';
import { deedsFor, preparers } from './rounds.rules.ts';

/** The state that the clock makes of a stored one: what is due to open is open, what is due to close is closed. */
export const stateByTheClock = `CASE
  WHEN r.state IN ('announced', 'open') AND r.closes_at <= clock_timestamp() THEN 'closed'
  WHEN r.state = 'announced' AND r.opens_at <= clock_timestamp() THEN 'open'
  ELSE r.state END`;

/** A round as other parts of the program need to find it. */
export interface RoundInBrief {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: RoundState;
  /** The state as stored; the clock may be ahead of it. */
  readonly storedState: RoundState;
  readonly closesAt: string;
  readonly imported: boolean;
}

/** The round with this address; null when there is none, or it is a draft and who asks does not prepare rounds. */
export async function findRound(tx: Tx, slug: string): Promise<RoundInBrief | null> {
  const round = await tx.one<RoundInBrief>(
    `SELECT r.id, r.slug, r.title, ${stateByTheClock} AS state, r.state AS "storedState", r.closes_at AS "closesAt", r.imported
     FROM round r WHERE r.neighbourhood_id = $1 AND r.slug = $2`,
    [tx.actor.neighbourhoodId, slug],
  );
  if (round?.state === 'draft' && !mayPrepare(tx.actor)) return null;
  return round;
}

function mayPrepare(actor: Actor): boolean {
  return preparers.some((role) => actor.roles.has(role));
}

interface RoundRow {
  slug: string;
  title: string;
  question: string;
  potPence: number;
  state: RoundState;
  opensAt: string;
  closesAt: string;
  cancelledReason: string | null;
  imported: boolean;
  ballotType: BallotType;
  rule: RoundRule;
  rulesHash: string | null;
  seedCommitment: string | null;
  seed: string | null;
  confirmations: number | null;
  projects: RoundProject[];
}

const columns = `r.slug, r.title, r.question, r.pot_pence AS "potPence", ${stateByTheClock} AS state, r.opens_at AS "opensAt", r.closes_at AS "closesAt",
  r.cancelled_reason AS "cancelledReason", r.imported`;

/** What pages show of rounds: one statement each. No figure here depends on a ballot before there is a result (V4). */
@Injectable()
export class RoundsReads {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
  ) {}

  /** The round with this address as seen by `actor`; null when there is none for them. */
  async find(actor: Actor, slug: string): Promise<RoundInBrief | null> {
    return await this.transactions.read(actor, (tx) => findRound(tx, slug));
  }

  /** All rounds, the latest to close first; drafts only for those who prepare rounds. */
  async list(actor: Actor): Promise<ResponseOf<typeof listRounds>> {
    const rounds = await this.transactions.read(actor, (tx) =>
      tx.query<ResponseOf<typeof listRounds>['rounds'][number]>(
        `SELECT ${columns}, (SELECT count(*)::int FROM round_project p WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.id) AS projects
         FROM round r WHERE r.neighbourhood_id = $1 AND (r.state <> 'draft' OR $2) ORDER BY r.closes_at DESC, r.id LIMIT 200`,
        [actor.neighbourhoodId, mayPrepare(actor)],
      ),
    );
    return { rounds, mayPrepare: mayPrepare(actor) };
  }

  /** One round with its projects in their order; null when there is none for who asks. */
  async one(actor: Actor, slug: string): Promise<ResponseOf<typeof readRound> | null> {
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<RoundRow>(
        `SELECT ${columns}, r.ballot_type AS "ballotType", r.rule, encode(r.rules_hash, 'hex') AS "rulesHash",
           encode(r.seed_commitment, 'hex') AS "seedCommitment", encode(r.seed, 'hex') AS seed,
           (SELECT count(*)::int FROM scrutineer_confirmation c WHERE c.neighbourhood_id = r.neighbourhood_id AND c.round_id = r.id
              AND c.version = (SELECT max(version) FROM round_result v WHERE v.neighbourhood_id = r.neighbourhood_id AND v.round_id = r.id)) AS confirmations,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'title', p.title, 'summary', p.summary, 'costPence', p.cost_pence,
              'proposalSlug', q.slug, 'outcome', CASE WHEN r.state IN ('published', 'recounted') THEN p.outcome END) ORDER BY p.position), '[]')
            FROM round_project p LEFT JOIN proposal q ON q.neighbourhood_id = p.neighbourhood_id AND q.id = p.proposal_id
            WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.id) AS projects
         FROM round r WHERE r.neighbourhood_id = $1 AND r.slug = $2`,
        [actor.neighbourhoodId, slug],
      ),
    );
    if (!row || (row.state === 'draft' && !mayPrepare(actor))) return null;
    const { rule, ...round } = row;
    return {
      round: { ...round, limits: rule.limits, ruleName: nameOfRule(rule.count), demonstration: this.keys.mayHoldVotes() },
      may: deedsFor(row.state, actor.roles),
    };
  }

  /** Proposals that can be put into a round now. */
  async readyProposals(actor: Actor): Promise<ResponseOf<typeof listReadyProposals>> {
    const proposals = await this.transactions.read(actor, (tx) =>
      tx.query<ResponseOf<typeof listReadyProposals>['proposals'][number]>(
        `SELECT slug, title, what, cost_pence AS "costPence" FROM proposal WHERE neighbourhood_id = $1 AND state = 'ready' ORDER BY title, id LIMIT 500`,
        [actor.neighbourhoodId],
      ),
    );
    return { proposals };
  }

  /** People on the voting list whose name holds `name`, for giving codes at the desk. It says nothing of who has voted. */
  async voters(actor: Actor, roundId: string, name: string): Promise<{ personId: string; name: string }[]> {
    return await this.transactions.read(actor, (tx) =>
      tx.query(
        `SELECT p.id AS "personId", p.name FROM vote.roll v JOIN person p ON p.neighbourhood_id = v.neighbourhood_id AND p.id = v.voter_id
         WHERE v.neighbourhood_id = $1 AND v.round_id = $2 AND p.erased_at IS NULL AND position(lower($3) IN lower(p.name)) > 0
         ORDER BY p.name, p.id LIMIT 50`,
        [actor.neighbourhoodId, roundId, name.trim()],
      ),
    );
  }

  /** For decisions: what a verified round said. Null before it is verified. */
  async result(tx: Tx, roundId: string): Promise<{ chosenCodes: string[]; spentPence: number; ballots: number; version: number } | null> {
    return await tx.one(
      `SELECT v.chosen_codes AS "chosenCodes", v.spent_pence AS "spentPence", v.ballots, v.version FROM round_result v
       JOIN round r ON r.neighbourhood_id = v.neighbourhood_id AND r.id = v.round_id AND r.state IN ('verified', 'published', 'recounted')
       WHERE v.neighbourhood_id = $1 AND v.round_id = $2 ORDER BY v.version DESC LIMIT 1`,
      [tx.actor.neighbourhoodId, roundId],
    );
  }
}

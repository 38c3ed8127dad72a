import { newId, newSecretId, newSlugEnding, type ProposalId, type RoundId, slugFrom } from '@pursestrings/basics/ids';
import type { Pence } from '@pursestrings/basics/money';
import { neighbourhoodRule } from '@pursestrings/voting-rules/rules';
import type { RoundRule } from '../modules/rounds/index.ts';
import type { Tx } from '../platform/database/transactions.ts';
import type { Services } from './services.ts';
import { done } from './story.ts';

/** A proposal of the story, as it stands when its part begins. */
export interface StoryProposal {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly who: string;
  readonly where: string;
  readonly cost: Pence;
  readonly authorId: string;
  readonly state: string;
  /** ISO instants. */
  readonly publishedAt: string | null;
  readonly submittedAt: string;
  readonly reason?: string;
}

/** Writes a proposal, which its author follows. */
export async function addProposal(tx: Tx, proposal: StoryProposal): Promise<ProposalId> {
  const id = newId<'proposal'>();
  await tx.query(
    `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, what, why, who, where_it_is, cost_pence, state, reason, submitted_at, published_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13)`,
    [
      tx.actor.neighbourhoodId,
      id,
      `${slugFrom(proposal.title)}-${newSlugEnding()}`,
      proposal.authorId,
      proposal.title,
      proposal.what,
      proposal.why,
      proposal.who,
      proposal.where,
      proposal.cost,
      proposal.state,
      proposal.reason ?? null,
      proposal.submittedAt,
      proposal.publishedAt,
    ],
  );
  await tx.query(`INSERT INTO follow (neighbourhood_id, person_id, subject_kind, subject_id) VALUES ($1, $2, 'proposal', $3)`, [
    tx.actor.neighbourhoodId,
    proposal.authorId,
    id,
  ]);
  return id;
}

export interface StoryRound {
  readonly title: string;
  readonly question: string;
  readonly potPence: Pence;
  /** ISO instants. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly retold: boolean;
  readonly projects: readonly {
    readonly proposalId: ProposalId | null;
    readonly title: string;
    readonly summary: string;
    readonly cost: Pence;
  }[];
  readonly fromAccountId?: string;
}

/** Writes a round and announces it: its rules are fixed from here on. */
export async function announce(tx: Tx, services: Services, round: StoryRound): Promise<RoundId> {
  const id = newId<'round'>();
  const rule: RoundRule = {
    count: neighbourhoodRule,
    limits: { mostChoices: null, pointsToGive: null, highestScore: null, longestRanking: null },
    ties: 'cost_supporters_lot',
  };
  await tx.query(
    `INSERT INTO round (neighbourhood_id, id, slug, title, question, pot_pence, ballot_type, rule, state, opens_at, closes_at, retold, from_account_id)
     VALUES ($1, $2, $3, $4, $5, $6, 'approval', $7, 'draft', $8, $9, $10, $11)`,
    [
      tx.actor.neighbourhoodId,
      id,
      `${slugFrom(round.title)}-${newSlugEnding()}`,
      round.title,
      round.question,
      round.potPence,
      JSON.stringify(rule),
      round.opensAt,
      round.closesAt,
      round.retold,
      round.fromAccountId ?? null,
    ],
  );
  for (const [at, project] of round.projects.entries()) {
    await tx.query(
      `INSERT INTO round_project (neighbourhood_id, round_id, code, position, proposal_id, title, summary, cost_pence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.actor.neighbourhoodId, id, `p${at + 1}`, at + 1, project.proposalId, project.title, project.summary, project.cost],
    );
  }
  done(await services.announceRound.within(tx, id, { isImport: true }));
  return id;
}

/** A vote of the past: everybody's ballot through the box, closed, opened, counted, confirmed by two and published, then dated as the story tells. */
export async function holdVote(
  tx: Tx,
  services: Services,
  vote: {
    readonly round: StoryRound;
    readonly ballots: readonly Uint8Array[];
    readonly checkers: readonly string[];
    readonly checkedAt: string;
  },
): Promise<RoundId> {
  const ahead = await tx.one<{ at: string }>(`SELECT clock_timestamp() + interval '1 day' AS at`);
  const id = await announce(tx, services, { ...vote.round, closesAt: ahead?.at ?? vote.round.closesAt, retold: true });
  const ballots = vote.ballots.map((marks) => ({ voterId: newSecretId<'voter'>() as string, marks }));
  await services.openRound.within(
    tx,
    id,
    ballots.map((ballot) => ballot.voterId),
  );
  await services.castMany.within(tx, { id }, { ballots });
  const key = [tx.actor.neighbourhoodId, id];
  await tx.query('UPDATE round SET closes_at = $3 WHERE neighbourhood_id = $1 AND id = $2', [...key, vote.round.closesAt]);
  await services.closeRound.within(tx, id);
  await services.countRound.within(tx, id, {});
  for (const personId of vote.checkers) {
    await tx.query(`INSERT INTO scrutineer_confirmation (neighbourhood_id, round_id, version, person_id, at) VALUES ($1, $2, 1, $3, $4)`, [
      ...key,
      personId,
      vote.checkedAt,
    ]);
  }
  await tx.query(`UPDATE round SET state = 'verified', verified_at = $3 WHERE neighbourhood_id = $1 AND id = $2`, [...key, vote.checkedAt]);
  await services.publishResult(tx, id);
  return id;
}

/** One ballot that ticks the projects at these places in the round. */
export function ticks(projects: number, chosen: readonly number[]): Uint8Array {
  const marks = new Uint8Array(projects);
  for (const at of chosen) marks[at] = 1;
  return marks;
}

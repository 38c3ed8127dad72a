import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { BallotType } from '@pursestrings/contracts/rounds';
import { writePb } from '@pursestrings/voting-rules/pb-file';
import type { Ballot, CountInput, CountProject } from '@pursestrings/voting-rules/round';
import { drawTieOrder } from '@pursestrings/voting-rules/tie-order';
import type { Tx } from '../../platform/database/transactions.ts';
import { ballotsOf, EmptyBox } from '../ballots/index.ts';
import type { RoundRule } from '../rounds/index.ts';

interface Row {
  title: string;
  pot_pence: number;
  ballot_type: BallotType;
  rule: RoundRule;
  seed: Buffer | null;
  projects: { id: string; name: string; cost: number }[];
}

/** Everything that a count of a round reads, and the published file of the same. */
export interface InputsOfRound {
  readonly input: CountInput;
  readonly rule: RoundRule;
}

/** Puts together what is counted, from what was frozen and what was opened. */
@Injectable()
export class CountInputs {
  constructor(@Inject(EmptyBox) private readonly box: EmptyBox) {}

  /** The inputs of a round whose box was opened. Ties are ordered as announced: by the lot from the seed, now revealed. */
  async of(tx: Tx, roundId: string): Promise<InputsOfRound> {
    const row = await tx.one<Row>(
      `SELECT r.title, r.pot_pence, r.ballot_type, r.rule, r.seed,
         (SELECT jsonb_agg(jsonb_build_object('id', p.code, 'name', p.title, 'cost', p.cost_pence) ORDER BY p.position)
          FROM round_project p WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.id) AS projects
       FROM round r WHERE r.neighbourhood_id = $1 AND r.id = $2`,
      [tx.actor.neighbourhoodId, roundId],
    );
    if (!row) throw new Error('A round that is counted exists.');
    const opened = await this.box.openedBallots(tx, roundId);
    const ballots = ballotsOf(opened, {
      ballotType: row.ballot_type,
      projects: row.projects.map(({ id, cost }) => ({ code: id, costPence: cost })),
    });
    const tieOrder = row.rule.ties === 'id' ? null : tieOrderOf(row, ballots);
    const input: CountInput = {
      title: row.title,
      currency: 'GBP',
      pot: row.pot_pence,
      unitsPerPound: 100,
      ballotType: row.ballot_type,
      ...(row.rule.limits.longestRanking === null ? {} : { longestRanking: row.rule.limits.longestRanking }),
      projects: row.projects satisfies CountProject[],
      ballots,
      ...(tieOrder ? { tieOrder } : {}),
    };
    return { input, rule: row.rule };
  }
}

function tieOrderOf({ projects, seed }: Row, ballots: readonly Ballot[]): readonly string[] {
  if (!seed) throw new Error('The seed for lots is revealed before a count.');
  const supporters = new Map<string, number>();
  for (const { choices, points } of ballots) {
    for (const [at, id] of choices.entries()) if ((points?.[at] ?? 1) > 0) supporters.set(id, (supporters.get(id) ?? 0) + 1);
  }
  return drawTieOrder(
    seed.toString('hex'),
    projects.map(({ id, cost }) => ({ id, cost, supporters: supporters.get(id) ?? 0 })),
  );
}

/** The ballots' file as published, and its SHA-256 in hex: what the vote checkers confirm, and anybody can count again. */
export function fileOf(input: CountInput): { text: string; digest: string } {
  const text = writePb(input);
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

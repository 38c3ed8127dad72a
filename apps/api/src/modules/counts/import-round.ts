import { Inject, Injectable } from '@nestjs/common';
import { newId, newSecretId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { packBallots } from '@pursestrings/voting-rules/ballots';
import type { CountInput } from '@pursestrings/voting-rules/round';
import { neighbourhoodRule } from '@pursestrings/voting-rules/rules';
import { CONFIG, type Config } from '../../config.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { RoundKeys } from '../ballots/index.ts';
import type { RoundRule } from '../rounds/index.ts';
import { CountRound } from './count-round.ts';
import { ImportSteps } from './import-steps.ts';
import { marksOfAll } from './marks-of-file.ts';
import { publishWithin } from './publish-result.ts';

export interface RoundToImport {
  readonly input: CountInput;
  readonly title: string;
  /** Leave out how close each project came, which takes most of a count's time. */
  readonly skipCloseness?: boolean;
  readonly onProgress?: (step: 'casting' | 'counting', share: number) => void;
}

export type ImportRoundProblem =
  | { readonly code: 'refused-in-production' }
  | { readonly code: 'cannot-hold'; readonly reason: string }
  | FormProblem;
export interface ImportedRound {
  readonly id: string;
  readonly slug: string;
  readonly ballots: number;
  readonly castMs: number;
  readonly digest: string;
}

/**
 * Makes a round of an outside file for trying things out: a list of random voters without accounts, every ballot through the box's one door,
 * closed, counted, published, in one transaction. Its page says that it was imported. Refused in production.
 */
@Injectable()
export class ImportRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(ImportSteps) private readonly steps: ImportSteps,
    @Inject(CountRound) private readonly countRound: CountRound,
    @Inject(RoundKeys) private readonly keys: RoundKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(actor: Actor, wish: RoundToImport): Promise<Result<ImportedRound, ImportRoundProblem>> {
    if (this.config.mode === 'production' || !this.keys.mayHoldVotes()) return problem({ code: 'refused-in-production' });
    const reason = whyNotHeld(wish.input);
    if (reason !== null) return problem({ code: 'cannot-hold', reason });
    const id = newId<'round'>();
    try {
      const done = await this.transactions.run(actor, async (tx) => ok(await this.within(tx, id, wish)));
      this.keys.destroyReferenceKey(id);
      return done;
    } catch (fault) {
      this.keys.destroyAll(id);
      throw fault;
    }
  }

  private async within(tx: Tx, id: string, wish: RoundToImport): Promise<ImportedRound> {
    // A long count in between is no reason to give the transaction up.
    await tx.query(`SET LOCAL idle_in_transaction_session_timeout = 0`);
    const slug = await insertDraft(tx, id, wish);
    const announced = await this.steps.announceRound.within(tx, id, { isImport: true });
    if (!announced.ok) throw new Error(`The imported round could not be announced: ${announced.problem.code}.`);
    const ballots = marksOfAll(wish.input).map((marks) => ({ voterId: newSecretId<'voter'>() as string, marks }));
    await this.steps.openRound.within(
      tx,
      id,
      ballots.map(({ voterId }) => voterId),
    );
    const startedAt = performance.now();
    await this.steps.castMany.within(tx, { id }, { ballots, onProgress: (cast) => wish.onProgress?.('casting', cast / ballots.length) });
    const castMs = performance.now() - startedAt;
    const key = [tx.actor.neighbourhoodId, id];
    await tx.query('UPDATE round SET closes_at = clock_timestamp() WHERE neighbourhood_id = $1 AND id = $2', key);
    await this.steps.closeRound.within(tx, id);
    const saved = await this.countRound.within(tx, id, {
      skipCloseness: wish.skipCloseness,
      onProgress: (share) => wish.onProgress?.('counting', share),
    });
    await tx.query(`UPDATE round SET state = 'verified', verified_at = clock_timestamp() WHERE neighbourhood_id = $1 AND id = $2`, key);
    await publishWithin(tx, id);
    return { id, slug, ballots: saved.ballots, castMs, digest: saved.digest };
  }
}

/** What a round of ours cannot hold of a file; null when it can hold all. */
function whyNotHeld(input: CountInput): string | null {
  if (input.unitsPerPound > 100) return 'Its sums have more than two decimals.';
  if (input.pot <= 0) return 'Its pot is not above zero.';
  if (input.projects.length > 255) return 'It has more than 255 projects.';
  if (input.projects.some(({ id }) => id.length > 200 || id.includes(',')))
    return 'A project’s id is longer than 200 characters or has a comma.';
  const points = packBallots(input).points;
  if (points?.some((value) => value > 255)) return 'A ballot gives more than 255 points to one project.';
  return null;
}

async function insertDraft(tx: Tx, id: string, { input, title }: RoundToImport): Promise<string> {
  const slug = `${slugFrom(title)}-${newSlugEnding()}`;
  const toPence = 100 / input.unitsPerPound;
  const isTicks = input.ballotType === 'approval' || input.ballotType === 'up_to_k' || input.ballotType === 'basket';
  const longestRanking = input.ballotType === 'ranked' ? (input.longestRanking ?? longestOf(input)) : null;
  const rule: RoundRule = {
    count: { ...neighbourhoodRule, utility: isTicks ? 'cost' : 'points_x_cost' },
    limits: { mostChoices: null, pointsToGive: null, highestScore: null, longestRanking },
    ties: 'id',
  };
  await tx.query(
    `INSERT INTO round (neighbourhood_id, id, slug, title, question, pot_pence, ballot_type, rule, state, opens_at, closes_at, imported)
     VALUES ($1, $2, $3, $4, 'Brought in from a file of an election held elsewhere.', $5, $6, $7, 'draft', clock_timestamp(), clock_timestamp() + interval '1 day', true)`,
    [tx.actor.neighbourhoodId, id, slug, title, input.pot * toPence, input.ballotType, JSON.stringify(rule)],
  );
  await tx.query(
    `INSERT INTO round_project (neighbourhood_id, round_id, code, position, title, cost_pence)
     SELECT $1, $2, p.code, p.position, p.title, p.cost FROM unnest($3::text[], $4::text[], $5::bigint[]) WITH ORDINALITY AS p (code, title, cost, position)`,
    [
      tx.actor.neighbourhoodId,
      id,
      input.projects.map((p) => p.id),
      input.projects.map((p) => p.name ?? p.id),
      input.projects.map((p) => p.cost * toPence),
    ],
  );
  return slug;
}

function longestOf(input: CountInput): number {
  const { offsets } = packBallots(input);
  let longest = 1;
  for (let at = 1; at < offsets.length; at += 1) longest = Math.max(longest, (offsets[at] ?? 0) - (offsets[at - 1] ?? 0));
  return longest;
}

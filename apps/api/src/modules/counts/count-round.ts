import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { RoundState } from '@pursestrings/contracts/rounds';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { EmptyBox } from '../ballots/index.ts';
import { CloseRound, OpenRound } from '../rounds/index.ts';
import { type Counted, countInWorker, type WorkerOptions } from './count-in-worker.ts';
import { CountInputs, type InputsOfRound } from './count-inputs.ts';
import { latestResult, type SavedResult, saveResult } from './save-result.ts';

export type CountRoundProblem =
  | { readonly code: 'voting-still-running' }
  | { readonly code: 'already-counted' }
  | { readonly code: 'round-cancelled' }
  | { readonly code: 'not-announced' }
  | FormProblem;

/** Opens the box of a round whose time is over, and counts. */
@Injectable()
export class CountRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(OpenRound) private readonly openRound: OpenRound,
    @Inject(CloseRound) private readonly closeRound: CloseRound,
    @Inject(EmptyBox) private readonly box: EmptyBox,
    @Inject(CountInputs) private readonly inputs: CountInputs,
  ) {}

  /**
   * First, saved together or not at all: close, last batch of the bulletin, each voter's last envelope rewritten without its pseudonym,
   * opened, sorted. Then `K_ref` is destroyed. Then the count, in a thread of its own; its answer is the provisional result.
   * Asked again after a stop in between, it goes on where it was; the box is opened once.
   */
  async run(actor: Actor, roundId: string): Promise<Result<SavedResult, CountRoundProblem>> {
    const opened = await this.transactions.run(actor, async (tx): Promise<Result<null, CountRoundProblem>> => {
      // Where nobody came, not even the clock, a round may still stand as announced after its closing time.
      await this.openRound.forResidents(tx, roundId);
      await this.closeRound.within(tx, roundId);
      const state = await lockedState(tx, roundId);
      if (state === 'counting') return ok(null);
      const refusal = whyNot(state);
      if (refusal) return problem(refusal);
      await this.openBox(tx, roundId);
      return ok(null);
    });
    if (!opened.ok) return opened;
    this.box.forgetVoters(roundId);
    const inputs = await this.transactions.read(actor, (tx) => this.inputs.of(tx, roundId));
    const counted = await countInWorker(inputs.input, inputs.rule.count);
    return await this.transactions.run(actor, async (tx) => ok(await this.keep(tx, roundId, { inputs, counted })));
  }

  /** A closed round, opened and counted in the caller's transaction, for imports. The caller calls `forgetVoters` once it is saved. */
  async within(tx: Tx, roundId: string, options: WorkerOptions = {}): Promise<SavedResult> {
    await this.openBox(tx, roundId);
    const inputs = await this.inputs.of(tx, roundId);
    const counted = await countInWorker(inputs.input, inputs.rule.count, options);
    return await this.keep(tx, roundId, { inputs, counted });
  }

  /** Destroys the key of pseudonyms: see `within`. */
  forgetVoters(roundId: string): void {
    this.box.forgetVoters(roundId);
  }

  private async openBox(tx: Tx, roundId: string): Promise<void> {
    const { opened, superseded, invalid } = await this.box.within(tx, roundId);
    await tx.query(`UPDATE round SET state = 'counting' WHERE neighbourhood_id = $1 AND id = $2`, [tx.actor.neighbourhoodId, roundId]);
    await record(tx, { type: 'round.box_opened', subjectId: roundId, details: { opened, superseded, invalid } });
  }

  private async keep(tx: Tx, roundId: string, { inputs, counted }: { inputs: InputsOfRound; counted: Counted }): Promise<SavedResult> {
    const state = await lockedState(tx, roundId);
    const earlier = await latestResult(tx, roundId);
    if (state !== 'counting' && earlier) return earlier;
    const saved = await saveResult(tx, roundId, { input: inputs.input, counted });
    await tx.query(`UPDATE round SET state = 'provisional' WHERE neighbourhood_id = $1 AND id = $2`, [tx.actor.neighbourhoodId, roundId]);
    await record(tx, { type: 'round.counted', subjectId: roundId });
    return saved;
  }
}

async function lockedState(tx: Tx, roundId: string): Promise<RoundState | undefined> {
  const round = await tx.one<{ state: RoundState }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE', [
    tx.actor.neighbourhoodId,
    roundId,
  ]);
  return round?.state;
}

function whyNot(state: RoundState | undefined): CountRoundProblem | null {
  switch (state) {
    case 'closed':
      return null;
    case 'open':
      return { code: 'voting-still-running' };
    case 'cancelled':
      return { code: 'round-cancelled' };
    case 'draft':
    case 'announced':
    case undefined:
      return { code: 'not-announced' };
    default:
      return { code: 'already-counted' };
  }
}

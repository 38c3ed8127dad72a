import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { countInWorker } from './count-in-worker.ts';
import { CountInputs } from './count-inputs.ts';
import { saveResult } from './save-result.ts';

type Recounted = { same: boolean; version: number };

/** Counts a published round again from the ballots that were opened. The earlier count stays readable beside it (P1). */
@Injectable()
export class RecountRound {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(CountInputs) private readonly inputs: CountInputs,
  ) {}

  async run(actor: Actor, roundId: string): Promise<Result<Recounted, { readonly code: 'not-published' } | FormProblem>> {
    const key = [actor.neighbourhoodId, roundId];
    const before = await this.transactions.read(actor, (tx) =>
      tx.one<{ state: string }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2', key),
    );
    if (before?.state !== 'published') return problem({ code: 'not-published' });
    const { input, rule } = await this.transactions.read(actor, (tx) => this.inputs.of(tx, roundId));
    const counted = await countInWorker(input, rule.count);
    return await this.transactions.run(actor, async (tx) => {
      const round = await tx.one<{ state: string }>('SELECT state FROM round WHERE neighbourhood_id = $1 AND id = $2 FOR UPDATE', key);
      if (round?.state !== 'published') return problem({ code: 'not-published' });
      await tx.query(`UPDATE round SET state = 'recounted' WHERE neighbourhood_id = $1 AND id = $2`, key);
      const { version } = await saveResult(tx, roundId, { input, counted });
      const compared = await tx.one<{ same: boolean }>(
        `SELECT count(DISTINCT (document::text, digest)) = 1 AS same FROM round_result WHERE neighbourhood_id = $1 AND round_id = $2 AND version >= $3 - 1`,
        [...key, version],
      );
      await tx.query(`UPDATE round SET state = 'published' WHERE neighbourhood_id = $1 AND id = $2`, key);
      await record(tx, { type: 'round.recounted', subjectId: roundId, details: { version, same: compared?.same ?? false } });
      return ok({ same: compared?.same ?? false, version });
    });
  }
}

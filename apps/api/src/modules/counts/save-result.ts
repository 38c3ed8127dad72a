import type { CountInput } from '@pursestrings/voting-rules/round';
import type { Tx } from '../../platform/database/transactions.ts';
import type { Counted } from './count-in-worker.ts';
import { fileOf } from './count-inputs.ts';

export interface SavedResult {
  readonly version: number;
  readonly ballots: number;
  readonly digest: string;
}

/** Keeps the answer of a count as the round's next version, with the digest of the ballots' file that it was made from. */
export async function saveResult(
  tx: Tx,
  roundId: string,
  { input, counted }: { readonly input: CountInput; readonly counted: Counted },
): Promise<SavedResult> {
  const { digest } = fileOf(input);
  const { document, words } = counted;
  const row = await tx.one<{ version: number }>(
    `INSERT INTO round_result (neighbourhood_id, round_id, version, document, words, ballots, chosen_codes, spent_pence, digest)
     SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8 FROM round_result WHERE neighbourhood_id = $1 AND round_id = $2
     RETURNING version`,
    [
      tx.actor.neighbourhoodId,
      roundId,
      JSON.stringify(document),
      JSON.stringify(words),
      document.inputs.ballots,
      document.chosen,
      document.spent,
      digest,
    ],
  );
  return { version: row?.version ?? 1, ballots: document.inputs.ballots, digest };
}

/** The latest result, or null. */
export async function latestResult(tx: Tx, roundId: string): Promise<SavedResult | null> {
  return await tx.one<SavedResult>(
    'SELECT version, ballots, digest FROM round_result WHERE neighbourhood_id = $1 AND round_id = $2 ORDER BY version DESC LIMIT 1',
    [tx.actor.neighbourhoodId, roundId],
  );
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import { Secrets } from '../../platform/files/secrets.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Thirty-two letters and digits that are not mistaken for each other: five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const lookUpLetters = 4;
const secretLetters = 8;
const triesAnHour = 5;

export type VotingCodeProblem = { readonly code: 'code-wrong' } | { readonly code: 'too-many-tries' };

/** Voting codes, ABCD-EFGH-JKMN: four letters to look up, eight secret ones. Only their HMAC is kept, under a pepper outside the database. */
@Injectable()
export class VotingCodes {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** A new code for a voter on the list; an earlier one is spoilt. The code is returned this once and cannot be read again. */
  async give(tx: Tx, roundId: string, voterId: string): Promise<string> {
    const place = tx.actor.neighbourhoodId;
    await tx.query('UPDATE vote.code SET spoilt = true WHERE neighbourhood_id = $1 AND round_id = $2 AND voter_id = $3 AND NOT spoilt', [
      place,
      roundId,
      voterId,
    ]);
    for (;;) {
      const lookUp = letters(lookUpLetters);
      const secret = letters(secretLetters);
      const kept = await tx.query(
        `INSERT INTO vote.code (neighbourhood_id, round_id, look_up, secret_hmac, voter_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING look_up`,
        [place, roundId, lookUp, this.hmac(roundId, lookUp, secret), voterId],
      );
      if (kept.length === 1) return `${lookUp}-${secret.slice(0, 4)}-${secret.slice(4)}`;
    }
  }

  /**
   * The voter whose code this is. Case, spaces and hyphens do not matter. After five wrong tries at one look-up part within the hour
   * it answers `too-many-tries`, also to the right code; an unknown look-up part counts its tries like a known one.
   */
  async voterOf(actor: Actor, roundId: string, typed: string): Promise<Result<string, VotingCodeProblem>> {
    const plain = typed.toUpperCase().replace(/[\s-]/g, '');
    if (plain.length !== lookUpLetters + secretLetters || [...plain].some((letter) => !alphabet.includes(letter)))
      return problem({ code: 'code-wrong' });
    const lookUp = plain.slice(0, lookUpLetters);
    // A wrong try must be kept, so the change succeeds and says inside what came out.
    const looked = await this.transactions.run(actor, async (tx) =>
      ok(await this.tryCode(tx, { roundId, lookUp, secret: plain.slice(lookUpLetters) })),
    );
    if (!looked.ok) throw new Error('Looking a code up is never refused.');
    const { outcome, voterId } = looked.value;
    return outcome === 'right' && voterId !== null
      ? ok(voterId)
      : problem({ code: outcome === 'too-many-tries' ? 'too-many-tries' : 'code-wrong' });
  }

  private async tryCode(
    tx: Tx,
    given: { roundId: string; lookUp: string; secret: string },
  ): Promise<{ outcome: string; voterId: string | null }> {
    const key = [tx.actor.neighbourhoodId, given.roundId, given.lookUp];
    // The lock makes tries at one look-up part wait for each other, so that many at once are not more than five.
    const code = await tx.one<{ secret_hmac: Buffer; voter_id: string; spoilt: boolean }>(
      'SELECT secret_hmac, voter_id, spoilt FROM vote.code WHERE neighbourhood_id = $1 AND round_id = $2 AND look_up = $3 FOR UPDATE',
      key,
    );
    const known = await tx.one<{ tries: number }>(
      `SELECT tries FROM vote.code_try WHERE neighbourhood_id = $1 AND round_id = $2 AND look_up = $3 AND hour = date_trunc('hour', now(), 'UTC')`,
      key,
    );
    if ((known?.tries ?? 0) >= triesAnHour) return { outcome: 'too-many-tries', voterId: null };
    const hmac = this.hmac(given.roundId, given.lookUp, given.secret);
    if (code && !code.spoilt && timingSafeEqual(code.secret_hmac, hmac)) return { outcome: 'right', voterId: code.voter_id };
    await tx.query(
      `INSERT INTO vote.code_try AS t (neighbourhood_id, round_id, look_up, hour, tries) VALUES ($1, $2, $3, date_trunc('hour', now(), 'UTC'), 1)
       ON CONFLICT (neighbourhood_id, round_id, look_up) DO UPDATE
       SET hour = excluded.hour, tries = CASE WHEN t.hour = excluded.hour THEN least(t.tries + 1, ${triesAnHour}) ELSE 1 END`,
      key,
    );
    return { outcome: 'wrong', voterId: null };
  }

  private hmac(roundId: string, lookUp: string, secret: string): Buffer {
    return createHmac('sha256', this.secrets.get('code-pepper')).update(`voting-code/1\n${roundId}\n${lookUp}\n${secret}`).digest();
  }
}

function letters(count: number): string {
  return [...randomBytes(count)].map((byte) => alphabet[byte & 31]).join('');
}

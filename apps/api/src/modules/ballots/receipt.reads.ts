import { Inject, Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { receiptRange } from './receipt-code.ts';

/** Looks for receipts in the box. */
@Injectable()
export class ReceiptReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Whether `code` was ever given for this round, superseded ones too. False also for what is no code. */
  async isInTheBox(actor: Actor, roundId: string, code: string): Promise<boolean> {
    const range = receiptRange(code);
    if (!range) return false;
    const row = await this.transactions.read(actor, (tx) =>
      tx.one<{ found: boolean }>('SELECT vote.in_the_box($1, $2, $3) AS found', [roundId, range.lowest, range.highest]),
    );
    return row?.found ?? false;
  }
}

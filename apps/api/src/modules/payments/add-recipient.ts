import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { addRecipient } from '@pursestrings/contracts/payments';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** Writes down somebody who may be paid, once a decision says so. */
@Injectable()
export class AddRecipient {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  async run(actor: Actor, recipient: Omit<BodyOf<typeof addRecipient>, 'formId'>) {
    return await this.transactions.run(actor, async (tx) => {
      const id = newId<'recipient'>();
      await tx.query(`INSERT INTO recipient (neighbourhood_id, id, name, kind, registration_number) VALUES ($1, $2, $3, $4, $5)`, [
        actor.neighbourhoodId,
        id,
        recipient.name,
        recipient.kind,
        recipient.registrationNumber ?? null,
      ]);
      return ok({ id });
    });
  }
}

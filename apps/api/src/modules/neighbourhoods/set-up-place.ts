import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import { reservedSlugs, type setUpPlace } from '@pursestrings/contracts/places';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions, type Tx } from '../../platform/database/transactions.ts';
import { record } from '../../platform/events/record.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { FirstChair } from '../people/index.ts';
import { type PostcodesProblem, postcodesIn } from './set-up.rules.ts';

type Asked = BodyOf<typeof setUpPlace>;
export type SetUpProblem = { readonly code: 'name-taken' } | PostcodesProblem;

/** Sets up a neighbourhood: its name, its area, who answers for its data, who looks after its money, its first chair. */
@Injectable()
export class SetUpPlace {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(FirstChair) private readonly firstChair: FirstChair,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, asked: Asked): Promise<Result<{ slug: string }, SetUpProblem | FormProblem>> {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ slug: string }, SetUpProblem>> => {
      const postcodes = postcodesIn(asked.postcodes);
      if (!postcodes.ok) return postcodes;
      const slug = slugFrom(asked.name);
      if (reservedSlugs.includes(slug)) return problem({ code: 'name-taken' });
      const id = newId<'neighbourhood'>();
      const made = await this.insert(tx, { asked, id, slug });
      if (!made) return problem({ code: 'name-taken' });
      await tx.inPlace(id, async (there) => {
        await there.query('INSERT INTO neighbourhood_postcode (neighbourhood_id, postcode) SELECT $1, unnest($2::text[])', [
          id,
          postcodes.value,
        ]);
        await record(there, { type: 'place.set_up', subjectId: id });
        await this.firstChair.appoint(there, {
          name: asked.chairName,
          email: asked.chairEmail,
          startsOn: ukDay(this.clock.now()).toString(),
        });
      });
      return ok({ slug });
    });
  }

  /** False when the name is taken. */
  private async insert(
    tx: Tx,
    { asked, id, slug }: { readonly asked: Asked; readonly id: string; readonly slug: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO neighbourhood (id, slug, name, code, council, data_controller, fund_holder, fund_holder_kind, contact_name, contact_phone, contact_where)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [
        ...[id, slug, asked.name, newSlugEnding().toUpperCase(), asked.council ?? null, asked.dataController, asked.fundHolder ?? null],
        ...[asked.fundHolderKind ?? null, asked.contactName ?? null, asked.contactPhone ?? null, asked.contactWhere ?? null],
      ],
    );
    return rows.length === 1;
  }
}

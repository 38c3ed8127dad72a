import { Inject, Injectable } from '@nestjs/common';
import { newId, newSlugEnding, type ProgrammeId, slugFrom } from '@pursestrings/basics/ids';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { BodyOf } from '@pursestrings/contracts/endpoint';
import type { setUpProgramme } from '@pursestrings/contracts/programmes';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';

export type NewProgramme = Omit<BodyOf<typeof setUpProgramme>, 'formId'>;

export type SetUpProblem =
  | { readonly code: 'not-a-funder' }
  | { readonly code: 'ends-before-it-starts' }
  | { readonly code: 'index-not-named' }
  | { readonly code: 'floor-above-ceiling' };

/** Begins a programme: its sum, its term and its rule. Nothing is shared yet. */
@Injectable()
export class SetUpProgramme {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Whoever begins it is its first officer. */
  async run(actor: Actor, input: NewProgramme) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ slug: string }, SetUpProblem>> => {
      const allowed = check(input);
      if (!allowed.ok) return allowed;
      const office = await tx.one(`SELECT 1 FROM programme_officer LIMIT 1`);
      if (!office) return problem({ code: 'not-a-funder' });
      return ok(await writeProgramme(tx, input));
    });
  }
}

function check(input: NewProgramme): Result<void, SetUpProblem> {
  if (input.endsOn <= input.startsOn) return problem({ code: 'ends-before-it-starts' });
  if (input.allocationRule === 'by_need' && (input.indexName === null || input.indexSource === null))
    return problem({ code: 'index-not-named' });
  if (input.floorPence !== null && input.ceilingPence !== null && input.floorPence > input.ceilingPence)
    return problem({ code: 'floor-above-ceiling' });
  return ok(undefined);
}

async function writeProgramme(tx: Tx, input: NewProgramme): Promise<{ slug: string }> {
  const id = newId<'programme'>();
  const slug = `${slugFrom(input.name)}-${newSlugEnding()}`;
  await insertProgramme(tx, { ...input, id, slug });
  await tx.query(`INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)`, [id, tx.actor.accountId]);
  return { slug };
}

/** Writes a programme's row, not published. */
export async function insertProgramme(
  tx: Tx,
  programme: NewProgramme & { readonly id: ProgrammeId; readonly slug: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO programme (id, slug, name, funder, total_pence, allocation_rule, index_name, index_source, floor_pence, ceiling_pence, starts_on, ends_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      programme.id,
      programme.slug,
      programme.name,
      programme.funder,
      programme.totalPence,
      programme.allocationRule,
      programme.indexName,
      programme.indexSource,
      programme.floorPence,
      programme.ceilingPence,
      programme.startsOn,
      programme.endsOn,
    ],
  );
}

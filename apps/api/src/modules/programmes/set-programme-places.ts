import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { Transactions, type Tx } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type LineFault, type PlaceLine, type PlaceLinesProblem, readPlaceLines } from './place-lines.rules.ts';

export type SetPlacesProblem = PlaceLinesProblem | { readonly code: 'already-published' };

/** Says which places share a programme, and what each brings to the sharing. */
@Injectable()
export class SetProgrammePlaces {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** All lines or none; what stood there before is replaced. Refused once the shares are published. */
  async run(actor: Actor, placeLines: string) {
    return await this.transactions.run(actor, async (tx): Promise<Result<{ places: number }, SetPlacesProblem>> => {
      const programme = await tx.one<{ published_at: string | null }>(`SELECT published_at FROM programme WHERE id = $1`, [
        actor.programmeId,
      ]);
      if (!programme || programme.published_at !== null) return problem({ code: 'already-published' });
      const read = readPlaceLines(placeLines);
      if (!read.ok) return read;
      const found = await findPlaces(tx, read.value);
      if (!found.ok) return found;
      await tx.query(`DELETE FROM programme_share WHERE programme_id = $1`, [actor.programmeId]);
      for (const { id, line } of found.value) {
        await tx.query(`INSERT INTO programme_share (programme_id, neighbourhood_id, population, need_index) VALUES ($1, $2, $3, $4)`, [
          actor.programmeId,
          id,
          line.population,
          line.needIndex,
        ]);
      }
      return ok({ places: found.value.length });
    });
  }
}

/** Finds each line's place by short name, name or code. */
async function findPlaces(
  tx: Tx,
  lines: readonly PlaceLine[],
): Promise<Result<readonly { id: string; line: PlaceLine }[], PlaceLinesProblem>> {
  const places = await tx.query<{ id: string; known: string[] }>(
    `SELECT id, ARRAY[slug, lower(name), lower(code)] AS known FROM neighbourhood WHERE slug = ANY($1) OR lower(name) = ANY($1) OR lower(code) = ANY($1)`,
    [lines.map(({ place }) => place)],
  );
  const faults: LineFault[] = [];
  const found: { id: string; line: PlaceLine }[] = [];
  for (const [index, line] of lines.entries()) {
    const id = places.find(({ known }) => known.includes(line.place))?.id;
    if (id === undefined) faults.push({ line: index + 1, reason: 'place-unknown' });
    else if (found.some((one) => one.id === id)) faults.push({ line: index + 1, reason: 'place-twice' });
    else found.push({ id, line });
  }
  return faults.length > 0 ? problem({ code: 'lines-not-understood', faults }) : ok(found);
}

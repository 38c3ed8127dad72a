import { pence } from '@pursestrings/basics/money';
import type { Tx } from '../../platform/database/transactions.ts';
import type { AllocationInput, AllocationRule } from './allocation.rules.ts';

/** A programme as it stands in its row. */
export interface ProgrammeRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly funder: string;
  readonly totalPence: number;
  readonly allocationRule: AllocationRule;
  readonly indexName: string | null;
  readonly indexSource: string | null;
  readonly floorPence: number | null;
  readonly ceilingPence: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly publishedAt: string | null;
}

export interface ProgrammePlaceRow {
  readonly neighbourhoodId: string;
  readonly placeSlug: string;
  readonly placeName: string;
  readonly code: string;
  readonly population: number;
  readonly needIndex: string | null;
  readonly sharePence: number | null;
}

/** A programme's row as columns of `programme g`. */
export const programmeColumns = `g.id, g.slug, g.name, g.funder, g.total_pence AS "totalPence", g.allocation_rule AS "allocationRule",
  g.index_name AS "indexName", g.index_source AS "indexSource", g.floor_pence AS "floorPence", g.ceiling_pence AS "ceilingPence",
  g.starts_on AS "startsOn", g.ends_on AS "endsOn", g.published_at AS "publishedAt"`;

/** A programme with its places in the order of their codes; null when there is none that the actor may see. */
export async function readProgrammeWithPlaces(
  tx: Tx,
  programmeId: string | null,
): Promise<{ programme: ProgrammeRow; places: ProgrammePlaceRow[] } | null> {
  const programme = await tx.one<ProgrammeRow>(`SELECT ${programmeColumns} FROM programme g WHERE g.id = $1`, [programmeId]);
  if (!programme) return null;
  const places = await tx.query<ProgrammePlaceRow>(
    `SELECT s.neighbourhood_id AS "neighbourhoodId", n.slug AS "placeSlug", n.name AS "placeName", n.code, s.population,
       trim_scale(s.need_index)::text AS "needIndex", s.share_pence AS "sharePence"
     FROM programme_share s JOIN neighbourhood n ON n.id = s.neighbourhood_id WHERE s.programme_id = $1 ORDER BY n.code COLLATE "C"`,
    [programmeId],
  );
  return { programme, places };
}

/** What the sharing is worked out from. */
export function allocationInputOf(programme: ProgrammeRow, places: readonly ProgrammePlaceRow[]): AllocationInput {
  return {
    rule: programme.allocationRule,
    totalPence: pence(programme.totalPence),
    floorPence: programme.floorPence === null ? null : pence(programme.floorPence),
    ceilingPence: programme.ceilingPence === null ? null : pence(programme.ceilingPence),
    places,
  };
}

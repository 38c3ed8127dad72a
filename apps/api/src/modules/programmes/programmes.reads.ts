import { Inject, Injectable } from '@nestjs/common';
import { decimalPounds, pence } from '@pursestrings/basics/money';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { listProgrammes, readProgramme } from '@pursestrings/contracts/programmes';
import { type Column, writeCsv } from '@pursestrings/open-data/csv';
import { Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { allocate } from './allocation.rules.ts';
import { allocationInputOf, type ProgrammeRow, programmeColumns, readProgrammeWithPlaces } from './programme-inputs.ts';

type ProgrammePage = ResponseOf<typeof readProgramme>;
type SharesPage = Pick<ProgrammePage, 'shares' | 'weightOfAll' | 'sharedPence' | 'bounds' | 'notYet'>;

/** What pages and files show of programmes. */
@Injectable()
export class ProgrammesReads {
  constructor(@Inject(Transactions) private readonly transactions: Transactions) {}

  /** Published programmes and the actor's own, newest term first. */
  async all(actor: Actor): Promise<ResponseOf<typeof listProgrammes>> {
    return await this.transactions.read(actor, async (tx) => ({
      programmes: await tx.query<ProgrammeRow>(`SELECT ${programmeColumns} FROM programme g ORDER BY g.starts_on DESC, g.name, g.id`),
      maySetUp: (await tx.one(`SELECT 1 FROM programme_officer LIMIT 1`)) !== null,
    }));
  }

  /** The programme that the request is about, with its sharing worked out from its inputs. Null when there is none to be seen. */
  async one(actor: Actor): Promise<ProgrammePage | null> {
    const found = await this.transactions.read(actor, (tx) => readProgrammeWithPlaces(tx, actor.programmeId));
    if (!found) return null;
    return { programme: found.programme, isMine: actor.roles.has('funder'), ...sharing(found) };
  }

  /** Inputs, weights and shares as a CSV; null when there is no such programme. */
  async file(actor: Actor): Promise<{ name: string; text: string } | null> {
    const page = await this.one(actor);
    if (!page) return null;
    return {
      name: `${page.programme.slug}-shares.csv`,
      text: writeCsv(
        fileColumns,
        page.shares.map((share) => ({ page, share })),
      ),
    };
  }
}

function sharing({ programme, places }: NonNullable<Awaited<ReturnType<typeof readProgrammeWithPlaces>>>): SharesPage {
  const none = { shares: [], weightOfAll: null, sharedPence: null, bounds: [] };
  if (places.length === 0) return { ...none, notYet: 'no-places' };
  const allocated = allocate(allocationInputOf(programme, places));
  if (!allocated.ok) return { ...none, notYet: allocated.problem.code };
  const byCode = new Map(allocated.value.shares.map((share) => [share.code, share]));
  const shares = places.map((place) => {
    const share = byCode.get(place.code);
    if (!share) throw new Error(`${place.code} was left out of the sharing.`);
    // What was published stands; that it can still be worked out again is what everyone may check.
    if (place.sharePence !== null && place.sharePence !== share.sharePence)
      throw new Error(`The published share of ${place.code} cannot be worked out again.`);
    const { roundedDownPence, gotALastPenny, bound, sharePence } = share;
    return { ...place, weight: decimalWeight(share.weight), roundedDownPence, gotALastPenny, bound, sharePence };
  });
  const { weightOfAll, sharedPence, bounds } = allocated.value;
  return { shares, weightOfAll: decimalWeight(weightOfAll), sharedPence, bounds: [...bounds], notYet: null };
}

/** A weight in ten-thousandths as a decimal without needless noughts. */
function decimalWeight(weight: bigint): string {
  const digits = String(weight).padStart(5, '0');
  const rest = digits.slice(-4).replace(/0+$/, '');
  return rest === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${rest}`;
}

interface FileRow {
  readonly page: ProgrammePage;
  readonly share: ProgrammePage['shares'][number];
}

const fileColumns: readonly Column<FileRow>[] = [
  { heading: 'programme', meaning: 'The programme.', cell: ({ page }) => page.programme.name },
  { heading: 'rule', meaning: 'equal, per_head or by_need.', cell: ({ page }) => page.programme.allocationRule },
  { heading: 'total', meaning: 'What is shared, pounds.', cell: ({ page }) => decimalPounds(pence(page.programme.totalPence)) },
  { heading: 'place', meaning: 'The neighbourhood.', cell: ({ share }) => share.placeName },
  { heading: 'code', meaning: 'Breaks ties.', cell: ({ share }) => share.code },
  { heading: 'people', meaning: 'How many people live there.', cell: ({ share }) => share.population },
  { heading: 'index', meaning: 'Its need index.', cell: ({ share }) => share.needIndex },
  { heading: 'weight', meaning: 'What it counts for in the sharing.', cell: ({ share }) => share.weight },
  { heading: 'weight_of_all', meaning: 'The weights that shared the rest, together.', cell: ({ page }) => page.weightOfAll },
  {
    heading: 'shared',
    meaning: 'What they shared, pounds.',
    cell: ({ page }) => (page.sharedPence === null ? null : decimalPounds(pence(page.sharedPence))),
  },
  { heading: 'bound', meaning: 'floor or ceiling, where one held.', cell: ({ share }) => share.bound },
  {
    heading: 'rounded_down',
    meaning: 'Share in whole pence before the last ones, pounds.',
    cell: ({ share }) => decimalPounds(pence(share.roundedDownPence)),
  },
  { heading: 'last_penny', meaning: 'Whether it got one of the last pence.', cell: ({ share }) => (share.gotALastPenny ? 'yes' : 'no') },
  { heading: 'share', meaning: 'Its share, pounds.', cell: ({ share }) => decimalPounds(pence(share.sharePence)) },
];

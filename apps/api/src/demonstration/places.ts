import { type AccountId, type AwardId, idOf, type NeighbourhoodId, newId, type ProgrammeId } from '@pursestrings/basics/ids';
import { insertProgramme } from '../modules/programmes/index.ts';
import type { Tx } from '../platform/database/transactions.ts';
import { pounds } from './story.ts';

interface StoryPlace {
  readonly slug: string;
  readonly name: string;
  readonly code: string;
  readonly population: number;
  readonly index: string;
}

export const storyPlaces: readonly StoryPlace[] = [
  { slug: 'kettlewick', name: 'Kettlewick', code: 'QK-KET', population: 7_840, index: '120' },
  { slug: 'marram-top', name: 'Marram Top', code: 'QK-MAR', population: 9_260, index: '100' },
  { slug: 'staithe-row', name: 'Staithe Row', code: 'QK-STA', population: 5_310, index: '140' },
];

const hub = { name: 'Amara', phone: '01632 960 123', where: 'the Old Bakery hub, Tuesday and Saturday, 10am to 4pm' };

/** Writes the three neighbourhoods, each with its council, data controller, fund holder and postcodes. */
export async function addPlaces(tx: Tx, madeAt: string): Promise<Readonly<Record<string, NeighbourhoodId>>> {
  const ids: Record<string, NeighbourhoodId> = {};
  for (const [at, place] of storyPlaces.entries()) {
    const id = newId<'neighbourhood'>();
    const isKettlewick = place.slug === 'kettlewick';
    await tx.query(
      `INSERT INTO neighbourhood (id, slug, name, code, council, population, data_controller, fund_holder, fund_holder_kind, contact_name, contact_phone, contact_where, created_at)
       VALUES ($1, $2, $3, $4, 'Harrowmere Borough Council', $5, $6, $6, 'locally_trusted_organisation', $7, $8, $9, $10)`,
      [
        id,
        place.slug,
        place.name,
        place.code,
        place.population,
        `${place.name} Community Trust`,
        isKettlewick ? hub.name : 'Sam',
        isKettlewick ? hub.phone : `01632 960 20${at}`,
        isKettlewick ? hub.where : 'the community centre, Friday, 9am to noon',
        madeAt,
      ],
    );
    await tx.inPlace(id, async (there) => {
      for (const ending of ['AA', 'AB', 'AD', 'BB', 'BD', 'EE']) {
        await there.query(`INSERT INTO neighbourhood_postcode (neighbourhood_id, postcode) VALUES ($1, $2)`, [id, `QK4${at + 1}${ending}`]);
      }
    });
    ids[place.slug] = id;
  }
  return ids;
}

/** Begins the Long Purse, which its officer will share out. Returns its id. */
export async function beginTheLongPurse(tx: Tx, officer: AccountId): Promise<ProgrammeId> {
  const id = newId<'programme'>();
  await insertProgramme(tx, {
    id,
    slug: 'long-purse',
    name: 'The Long Purse',
    funder: 'The Long Purse Trust',
    totalPence: pounds(3_600_000),
    allocationRule: 'by_need',
    indexName: 'Community need',
    indexSource: 'Invented for this demonstration',
    floorPence: null,
    ceilingPence: null,
    startsOn: '2021-04-01',
    endsOn: '2033-03-31',
  });
  await tx.query(`INSERT INTO programme_officer (programme_id, account_id) VALUES ($1, $2)`, [id, officer]);
  return id;
}

/** One line a place, as a funder would type them: name, people, index. */
export const placeLines = storyPlaces.map(({ name, population, index }) => `${name}, ${population}, ${index}`).join('\n');

/** The award that a place holds. */
export async function awardOf(tx: Tx): Promise<AwardId> {
  const row = await tx.one<{ id: string }>(`SELECT id FROM award WHERE neighbourhood_id = $1`, [tx.actor.neighbourhoodId]);
  if (!row) throw new Error('The place has no award.');
  return idOf(row.id);
}

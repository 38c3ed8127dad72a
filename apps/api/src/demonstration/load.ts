import type { INestApplicationContext } from '@nestjs/common';
import type { AccountId, NeighbourhoodId } from '@pursestrings/basics/ids';
import { newId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { type Clock, ukDay } from '@pursestrings/basics/time';
import { PublishProgramme, SetProgrammePlaces } from '../modules/programmes/index.ts';
import { Transactions, type Tx } from '../platform/database/transactions.ts';
import { type Actor, nobody, programIn } from '../platform/http/actor.ts';
import { tellAfterSpring } from './kettlewick-after-spring.ts';
import { tellNow } from './kettlewick-now.ts';
import { tellFiveYears } from './kettlewick-purse.ts';
import { tellAutumnVote, tellSpringVote } from './kettlewick-votes.ts';
import { tellMarramTop, tellStaitheRow } from './other-places.ts';
import { addPeople, kettlewickPeople } from './people.ts';
import { addPlaces, awardOf, beginTheLongPurse, placeLines } from './places.ts';
import { servicesOf } from './services.ts';
import { ShiftedDays } from './shifted-days.ts';
import { done, Story } from './story.ts';

export type Loaded = 'loaded' | 'already' | 'half';

/**
 * Tells the demonstration's story into an empty installation, through the program's own doors. `say` hears what is being
 * told. Answers 'already' where it was told before, and 'half' where an earlier telling broke off.
 */
export async function loadDemonstration(context: INestApplicationContext, clock: Clock, say: (words: string) => void): Promise<Loaded> {
  const transactions = context.get(Transactions, { strict: false });
  const known = await transactions.read(nobody, (tx) =>
    tx.query<{ slug: string; told: boolean }>(`SELECT slug, true AS told FROM neighbourhood`),
  );
  if (known.length > 0) return (await isWhole(transactions)) ? 'already' : 'half';

  const days = new ShiftedDays(ukDay(clock.now()));
  const services = servicesOf(context);
  say('Three neighbourhoods and the Long Purse, shared by need');
  const begun = await change(transactions, nobody, async (tx) => {
    const funder = await addAccount(tx, 'imogen@example.org');
    const ruth = await addAccount(tx, 'ruth@example.org');
    const places = await addPlaces(tx, `${days.day('2021-04-01')}T09:00:00Z`);
    return { funder, ruth, places, programmeId: await beginTheLongPurse(tx, funder) };
  });
  const officer: Actor = { ...nobody, accountId: begun.funder, programmeId: begun.programmeId, roles: new Set(['funder']) };
  done(await context.get(SetProgrammePlaces, { strict: false }).run(officer, placeLines));
  done(await context.get(PublishProgramme, { strict: false }).run(officer, days.day('2021-04-06')));

  const inPlace = async (slug: string, tell: (tx: Tx) => Promise<void>) => {
    await change(transactions, programIn(placeOf(begun.places, slug)), async (tx) => {
      await tell(tx);
      // The story's past is over: nobody is written to about it.
      await tx.query(`DELETE FROM event_waiting WHERE neighbourhood_id = $1`, [tx.actor.neighbourhoodId]);
    });
  };
  say('Kettlewick: five years, two votes, every payment');
  await inPlace('kettlewick', async (tx) => {
    const people = await addPeople(
      tx,
      [...kettlewickPeople, { key: 'imogen', name: 'Imogen Vale', what: 'the Long Purse Trust, the funder' }],
      {
        since: days.day('2021-04-06'),
        known: { ruth: begun.ruth, imogen: begun.funder },
      },
    );
    const story = new Story(tx, services, days, people, await awardOf(tx));
    const asides = await tellFiveYears(story);
    const spring = await tellSpringVote(story);
    await tellAfterSpring(story, spring, asides);
    await tellAutumnVote(story);
    await tellNow(story, asides);
  });
  say('Marram Top: just starting');
  await inPlace('marram-top', (tx) => tellMarramTop(tx, days, { ruth: begun.ruth }));
  say('Staithe Row: 5,000 ballots over 40 projects');
  await inPlace('staithe-row', (tx) => tellStaitheRow(tx, services, { days, known: { ruth: begun.ruth } }));
  return 'loaded';
}

/** The last place is told last, so the story is whole when somebody lives there. */
async function isWhole(transactions: Transactions): Promise<boolean> {
  return await transactions.read(nobody, async (tx) => {
    const last = await tx.one<{ id: NeighbourhoodId }>(`SELECT id FROM neighbourhood WHERE slug = 'staithe-row'`);
    if (!last) return true;
    return await tx.inPlace(
      last.id,
      async (there) => (await there.one(`SELECT 1 FROM person WHERE neighbourhood_id = $1 LIMIT 1`, [last.id])) !== null,
    );
  });
}

async function addAccount(tx: Tx, email: string): Promise<AccountId> {
  const id = newId<'account'>();
  await tx.query(`INSERT INTO account (id, email) VALUES ($1, $2)`, [id, email]);
  return id;
}

async function change<T>(transactions: Transactions, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return done<T>(await transactions.run(actor, async (tx) => ok(await work(tx))));
}

function placeOf(places: Readonly<Record<string, NeighbourhoodId>>, slug: string): NeighbourhoodId {
  const id = places[slug];
  if (!id) throw new Error(`The story has no place called ${slug}.`);
  return id;
}

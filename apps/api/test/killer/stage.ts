import { pence } from '@pursestrings/basics/money';
import { Promises } from '../../src/modules/projects/index.ts';
import { makeDecision } from '../make/decision.ts';
import { changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { makeOpen, type TestRound } from '../make/round.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';
import type { Scene, Voter } from './clients.ts';
import type { Installation } from './installation.ts';

/** What lies in the bank at the start. */
export const bankPence = 9_000_000;

/** A neighbourhood with an open round, voters, a purse and promises to pay from; the clients act on it from outside. */
export interface Stage {
  readonly world: World;
  readonly place: TestPlace;
  readonly round: TestRound;
  readonly purse: TestPurse;
  readonly scrutineer: TestPerson;
  readonly scene: Scene;
}

/** Sets the stage in a database of its own on the installation's server, through the program's own doors where there are any. */
export async function setStage(installation: Installation, voters: number): Promise<Stage> {
  process.env.PURSESTRINGS_TEST_SUPERUSER_URL = installation.superuserUrl;
  process.env.PURSESTRINGS_TEST_APP_URL = installation.urls.appUrl;
  process.env.PURSESTRINGS_TEST_MIGRATOR_URL = installation.urls.migratorUrl;
  const world = await makeWorld({ PURSESTRINGS_LOG_LEVEL: 'silent' });
  const place = await world.makePlace('kettlewick');
  const chair = await world.makePerson(place, ['chair', 'member', 'verified_resident']);
  const people: Voter[] = [];
  for (let at = 0; at < voters; at += 1)
    people.push({ person: await world.makePerson(place, ['verified_resident']), casts: [], isBusy: false });
  const round = await makeOpen(world, { chair, costs: [960_000, 1_480_000, 620_000, 840_000, 300_000] });
  const purse = await makePurse(world, place, { awardPence: 20_000_000, bankPence });
  await world.admin(
    `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name, second_approval_above_pence, agreed_on)
     VALUES ($1, 1, 1, 3, 3, 'simple', false, 50000, '2021-04-01')`,
    [place.id],
  );
  const commitmentIds: string[] = [];
  for (let at = 0; at < 3; at += 1) commitmentIds.push(await promise(world, purse, at));
  const worker = await world.makePerson(place, ['worker']);
  const treasurer = await world.makePerson(place, ['treasurer']);
  const scrutineer = await world.makePerson(place, ['scrutineer']);
  // Nobody types a code during a long run.
  await world.admin(`UPDATE session SET second_factor_at = now() + interval '6 hours'`);
  const codes = ['p1', 'p2', 'p3', 'p4', 'p5'];
  return {
    world,
    place,
    round,
    purse,
    scrutineer,
    scene: { round: round.params, codes, voters: people, worker, chair, treasurer, commitmentIds },
  };
}

async function promise(world: World, purse: TestPurse, at: number): Promise<string> {
  const amountPence = 3_000_000;
  const recipientId = await makeRecipient(world, purse.place);
  const decision = await makeDecision(world, purse.place, { amountPence, recipientId, title: `Kitchen ${at + 1}` });
  const made = await changeIn(world, purse.place, (tx) =>
    world.app.get(Promises).promise(tx, {
      decisionId: decision.id,
      title: `Kitchen ${at + 1}`,
      recipientId,
      amountPence: pence(amountPence),
      fromAccountId: purse.unallocated,
      nature: 'revenue',
    }),
  );
  return granted(made).commitmentId;
}

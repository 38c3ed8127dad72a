import { randomUUID } from 'node:crypto';
import { recordDecision } from '@pursestrings/contracts/decisions';
import { planMeeting, putMotion, takeAttendance } from '@pursestrings/contracts/meetings';
import type { TestAnswer, TestPerson, TestPlace, World } from './world.ts';

/** A partnership of nine, seven of them residents; the first is the chair. */
export interface TestPartnership {
  readonly place: TestPlace;
  readonly chair: TestPerson;
  /** All nine, the chair first, residents before the others. */
  readonly members: readonly TestPerson[];
}

/** Makes a place with a partnership, each with a seat since 2024. */
export async function makePartnership(world: World, sizes: { residents?: number; others?: number } = {}): Promise<TestPartnership> {
  const { residents = 7, others = 2 } = sizes;
  const place = await world.makePlace();
  const members: TestPerson[] = [];
  for (let index = 0; index < residents + others; index += 1) {
    const person = await world.makePerson(place, index === 0 ? ['chair', 'member'] : ['member'], `Member ${index + 1}`);
    await seat(world, person, index < residents);
    members.push(person);
  }
  const [chair] = members;
  if (!chair) throw new Error('A partnership needs somebody.');
  return { place, chair, members };
}

/** Gives a person a seat from 2024 on. */
export async function seat(world: World, person: TestPerson, isResident: boolean): Promise<void> {
  await world.admin(
    `INSERT INTO partnership_member (neighbourhood_id, id, person_id, is_resident, starts_on) VALUES ($1, $2, $3, $4, '2024-01-01')`,
    [person.place.id, randomUUID(), person.id, isResident],
  );
}

/** A meeting being held, with one item on its agenda; all who are named are here. */
export async function makeItem(
  world: World,
  { chair, members }: TestPartnership,
  item: Readonly<Record<string, unknown>> = {},
): Promise<{ motion: string; meeting: string }> {
  const meeting: string = (
    await world.ask(planMeeting, { as: chair, body: { title: 'June meeting', day: '2026-06-09', time: '19:00', placeWords: 'The hub' } })
  ).body.slug;
  const put = await world.ask(putMotion, {
    as: chair,
    params: { meeting },
    body: { title: 'Path lights', words: 'Light the path to the school.', kind: 'other', ...item },
  });
  await attend(world, { chair, meeting }, members);
  return { motion: put.body.id, meeting };
}

/** Writes down who is here. */
export async function attend(
  world: World,
  { chair, meeting }: { chair: TestPerson; meeting: string },
  members: readonly TestPerson[],
  agreedResidents: readonly TestPerson[] = [],
): Promise<TestAnswer> {
  return await world.ask(takeAttendance, {
    as: chair,
    params: { meeting },
    body: { members: members.map((one) => one.id), agreedResidents: agreedResidents.map((one) => one.id) },
  });
}

/** Says what was done about an item; 'agreed, nobody against' unless said otherwise. */
export async function decide(
  world: World,
  chair: TestPerson,
  motion: string,
  done: Readonly<Record<string, unknown>> = {},
): Promise<TestAnswer> {
  return await world.ask(recordDecision, { as: chair, params: { motion }, body: { result: 'agreed_nobody_against', ...done } });
}

/** Words that a decision can be published with. */
export const plainWords = {
  title: 'Path lights',
  reasons: 'People asked for it. It is dark there.',
  plainSummary: 'We will light the path to the school.',
};

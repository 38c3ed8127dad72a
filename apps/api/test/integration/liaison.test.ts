import { randomUUID } from 'node:crypto';
import { Temporal } from '@pursestrings/basics/time';
import { draftDecision, publishDecision, recordDecision } from '@pursestrings/contracts/decisions';
import type { Endpoint } from '@pursestrings/contracts/endpoint';
import { answerCouncil, askCouncil, listCouncilQuestions, readPatch } from '@pursestrings/contracts/liaison';
import {
  agreeMotion,
  closeMeeting,
  declareForItem,
  manageInterest,
  planMeeting,
  publishMinutes,
  publishPapers,
  takeAttendance,
} from '@pursestrings/contracts/meetings';
import { agreeResident, agreeTerms, declareInterest, endSeat, seatMember } from '@pursestrings/contracts/partnership';
import { makeDecision } from '../make/decision.ts';
import { makePartnership, type TestPartnership } from '../make/partnership.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let us: TestPartnership;
let away: TestPlace;
let officer: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
  us = await makePartnership(world);
  away = await world.makePlace();
  officer = await world.makePerson(us.place, ['liaison_officer'], 'Ruth Ashby');
});
afterEach(() => world.clock.set(null));
afterAll(() => world.stop());

const ask = (body: Record<string, unknown>) =>
  world.ask(askCouncil, { as: us.chair, body: { words: 'May lights stand on the path?', ...body } });
const answer = (as: TestPerson, question: string, place = us.place.slug) =>
  world.ask(answerCouncil, { as, params: { question, place }, body: { answer: 'Yes, from July.' } });
const patch = async () => (await world.ask(readPatch, { as: officer })).body;

/** The same person as a council contact of a second place. */
async function alsoContactOf(place: TestPlace): Promise<void> {
  const person = randomUUID();
  await world.admin(`INSERT INTO person (neighbourhood_id, id, account_id, name) VALUES ($1, $2, $3, 'Ruth Ashby')`, [
    place.id,
    person,
    officer.accountId,
  ]);
  await world.admin(
    `INSERT INTO role (neighbourhood_id, id, person_id, kind, starts_on) VALUES ($1, $2, $3, 'liaison_officer', '2020-01-01')`,
    [place.id, randomUUID(), person],
  );
}

test('the council is asked in public, has four weeks, and its answer stands for good beside the decision', async () => {
  world.clock.set(Temporal.Instant.from('2026-04-16T10:00:00Z'));
  const { id: decisionId } = await makeDecision(world, us.place, { title: 'Path lights', kind: 'other', amountPence: null });
  const asked = await ask({ decisionId });
  expect(asked).toMatchObject({ status: 200, body: { dueOn: '2026-05-14' } });
  expect(await patch()).toMatchObject({
    waiting: 1,
    late: 0,
    places: [{ slug: us.place.slug, waiting: [{ askedOn: '2026-04-16', about: { kind: 'decision', title: 'Path lights' } }] }],
  });
  world.clock.set(Temporal.Instant.from('2026-05-15T10:00:00Z'));
  expect(await patch()).toMatchObject({ waiting: 1, late: 1 });
  const statuses = (await Promise.all([answer(officer, asked.body.id), answer(officer, asked.body.id)])).map((one) => one.status);
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect(await world.admin(`SELECT id FROM event WHERE subject_id = $1 AND type = 'council.answered'`, [asked.body.id])).toHaveLength(1);
  const { questions } = (await world.ask(listCouncilQuestions, { params: { place: us.place.slug } })).body;
  expect(questions).toMatchObject([{ answer: 'Yes, from July.', late: false }]);
  await expect(world.admin(`UPDATE council_question SET answer = 'No.' WHERE id = $1`, [asked.body.id])).rejects.toThrow('never changed');
});

test('one page over all their places, and over no other; it ends with the role (H1)', async () => {
  await alsoContactOf(away);
  const third = await world.makePlace();
  for (const place of [us.place, away, third])
    await makeDecision(world, place, { title: `Of ${place.slug}`, kind: 'other', amountPence: null });
  const slugs = async () => (await patch()).places.map((place: { slug: string }) => place.slug).toSorted();
  expect(await slugs()).toEqual([us.place.slug, away.slug].toSorted());
  expect(JSON.stringify(await patch())).not.toContain(third.slug);
  await world.admin(`UPDATE role SET ends_on = current_date WHERE neighbourhood_id = $1 AND kind = 'liaison_officer'`, [away.id]);
  expect(await slugs()).toEqual([us.place.slug]);
  expect((await world.ask(readPatch, { as: us.chair })).body).toEqual({ places: [], waiting: 0, late: 0 });
});

test('nothing is asked about a decision or proposal that is not public, or for a day that has passed', async () => {
  const { id: decisionId } = await makeDecision(world, us.place, { state: 'recorded', kind: 'other', amountPence: null });
  expect(await ask({ decisionId })).toMatchObject({ status: 404, body: { problem: { code: 'decision-not-found' } } });
  const theirs = await makeDecision(world, away, { kind: 'other', amountPence: null });
  expect(await ask({ decisionId: theirs.id })).toMatchObject({ status: 404 });
  expect(await ask({ dueOn: '2020-01-01' })).toMatchObject({ status: 422, body: { problem: { code: 'due-too-early' } } });
});

test('only the council contact answers, and only in their own place', async () => {
  const { id } = (await ask({})).body;
  expect(await answer(us.chair, id)).toMatchObject({ status: 403 });
  expect(await answer(officer, id, away.slug)).toMatchObject({ status: 403 });
  const stranger = await world.makePerson(away, ['liaison_officer']);
  expect(await answer(stranger, id, us.place.slug)).toMatchObject({ status: 403 });
  expect(await answer(stranger, id, away.slug)).toMatchObject({ status: 404 });
});

test('a council contact has no power to change anything else of the partnership', async () => {
  const some = randomUUID();
  const endpoints: readonly Endpoint[] = [
    ...[seatMember, endSeat, agreeTerms, agreeResident, declareInterest],
    ...[planMeeting, agreeMotion, publishPapers, takeAttendance, declareForItem, manageInterest, closeMeeting, publishMinutes],
    ...[recordDecision, draftDecision, publishDecision, askCouncil],
  ];
  for (const endpoint of endpoints) {
    const body = { title: 'x', words: 'x', reasons: 'x', plainSummary: 'x', answer: 'x' };
    const params = { member: some, meeting: 'some-meeting', motion: some, decision: some };
    expect([endpoint.path, (await world.ask(endpoint, { as: officer, params, body })).status]).toEqual([endpoint.path, 403]);
  }
});

import { recordDecision } from '@pursestrings/contracts/decisions';
import {
  agreeMotion,
  closeMeeting,
  listMeetings,
  planMeeting,
  publishMinutes,
  publishPapers,
  putMotion,
  readMeeting,
  readMeetingDesk,
} from '@pursestrings/contracts/meetings';
import { readThisWeek } from '@pursestrings/contracts/this-week';
import { countStatements } from '../make/count-statements.ts';
import { attend, decide, makeItem, makePartnership, type TestPartnership } from '../make/partnership.ts';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
let us: TestPartnership;
beforeAll(async () => {
  world = await makeWorld();
  us = await makePartnership(world);
});
afterAll(() => world.stop());

const plan = async () =>
  (
    await world.ask(planMeeting, {
      as: us.chair,
      body: { title: 'December meeting', day: '2026-12-01', time: '19:00', placeWords: 'The Old Bakery' },
    })
  ).body.slug as string;
const put = (as: TestPerson, meeting: string, title = 'Benches') =>
  world.ask(putMotion, { as, params: { meeting }, body: { title, words: 'Two benches.', kind: 'other' } });
const read = (meeting: string, as?: TestPerson) => world.ask(readMeeting, { as, params: { meeting, place: us.place.slug } });
const member = (index: number): TestPerson => us.members[index] as TestPerson;

test('a meeting is planned in UK time, unseen until its papers are published; what a member puts waits for the chair', async () => {
  const meeting = await plan();
  const { id } = (await put(member(1), meeting)).body;
  expect(await read(meeting)).toMatchObject({ status: 404 });
  expect(await read(meeting, member(1))).toMatchObject({
    status: 200,
    body: { meeting: { startsAt: '2026-12-01T19:00:00+00:00' }, items: [] },
  });
  expect(await world.ask(publishPapers, { as: us.chair, params: { meeting } })).toMatchObject({
    status: 409,
    body: { problem: { code: 'nothing-on-the-agenda' } },
  });
  expect(await world.ask(agreeMotion, { as: member(1), params: { motion: id } })).toMatchObject({ status: 403 });
  await world.ask(agreeMotion, { as: us.chair, params: { motion: id } });
  const statuses = (await Promise.all([1, 2].map(() => world.ask(publishPapers, { as: us.chair, params: { meeting } })))).map(
    (answer) => answer.status,
  );
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect(await read(meeting)).toMatchObject({ status: 200, body: { items: [{ title: 'Benches', decision: null }] } });
  expect((await world.ask(listMeetings, { params: { place: us.place.slug } })).body.meetings).toMatchObject([{ slug: meeting, items: 1 }]);
  expect(await world.admin(`SELECT details FROM event WHERE type = 'meeting.papers_published'`)).toHaveLength(1);
});

test('an hour that the clock change skips is refused', async () => {
  const answer = await world.ask(planMeeting, {
    as: us.chair,
    body: { title: 'Night', day: '2026-03-29', time: '01:30', placeWords: 'Hub' },
  });
  expect(answer).toMatchObject({ status: 422, body: { problem: { code: 'hour-skipped' } } });
});

test('nothing is decided that is not on the agenda, or before the meeting is open', async () => {
  const meeting = await plan();
  const asked = (await put(member(1), meeting)).body.id;
  expect(await decide(world, us.chair, asked)).toMatchObject({ status: 409, body: { problem: { code: 'not-on-the-agenda' } } });
  const agreed = (await put(us.chair, meeting)).body.id;
  expect(await decide(world, us.chair, agreed)).toMatchObject({ status: 409, body: { problem: { code: 'meeting-not-open' } } });
  expect(await world.ask(recordDecision, { as: member(1), params: { motion: agreed }, body: { result: 'come_back' } })).toMatchObject({
    status: 403,
  });
});

test('only people with a seat that day count as members; the quorum follows who is here, item by item', async () => {
  const { motion, meeting } = await makeItem(world, us);
  const guest = await world.makePerson(us.place, ['verified_resident']);
  expect(await attend(world, { chair: us.chair, meeting }, [...us.members, guest])).toMatchObject({
    status: 422,
    body: { problem: { code: 'not-a-member' } },
  });
  const second = (await put(us.chair, meeting, 'Second')).body.id;
  expect(await decide(world, us.chair, motion)).toMatchObject({ status: 200, body: { outcome: 'carried' } });
  await attend(world, { chair: us.chair, meeting }, us.members.slice(0, 2));
  expect(await decide(world, us.chair, second)).toMatchObject({ status: 200, body: { outcome: 'no_quorum' } });
  const { items } = (await world.ask(readMeetingDesk, { as: us.chair, params: { meeting } })).body;
  expect(items.map((item: { recorded: { outcome: string } }) => item.recorded.outcome)).toEqual(['carried', 'no_quorum']);
});

test('P1: notes are a draft until the chair publishes them, and then stay; a meeting can be typed up afterwards', async () => {
  const { meeting, motion } = await makeItem(world, us);
  expect(await world.ask(publishMinutes, { as: us.chair, params: { meeting }, body: { notes: 'x' } })).toMatchObject({ status: 409 });
  await world.ask(closeMeeting, { as: us.chair, params: { meeting }, body: { notes: 'Nine came.' } });
  expect((await read(meeting, us.chair)).body.meeting.notes).toBeNull();
  expect(await decide(world, us.chair, motion)).toMatchObject({ status: 200 });
  expect(await world.ask(publishMinutes, { as: us.chair, params: { meeting }, body: { notes: 'Nine came. It went well.' } })).toMatchObject(
    { status: 200 },
  );
  expect((await read(meeting, us.chair)).body.meeting).toMatchObject({
    notes: 'Nine came. It went well.',
    membersPresent: 9,
    state: 'published',
  });
  await expect(world.admin(`UPDATE meeting SET notes = 'Other' WHERE slug = $1`, [meeting])).rejects.toThrow('never changed');
});

test('L19: the desk asks the database as often for one item as for twenty', async () => {
  const { meeting } = await makeItem(world, us);
  const look = () => world.ask(readMeetingDesk, { as: us.chair, params: { meeting } });
  const few = await countStatements(world, look);
  for (let item = 0; item < 19; item += 1) await put(us.chair, meeting, `Item ${item}`);
  expect(await countStatements(world, look)).toBe(few);
});

test('this week shows at most three things, the most pressing first, and to each what is theirs', async () => {
  const them = await makePartnership(world);
  const week = async (as: TestPerson) => (await world.ask(readThisWeek, { as })).body;
  expect(await week(them.chair)).toMatchObject({ things: [], more: 0, nextMeeting: null });
  for (let item = 0; item < 4; item += 1) {
    const { motion } = await makeItem(world, them);
    await decide(world, them.chair, motion);
  }
  expect(await week(them.chair)).toMatchObject({
    things: [{ kind: 'publish_decision' }, { kind: 'publish_decision' }, { kind: 'publish_decision' }],
    more: 1,
  });
  expect((await week(them.members[1] as TestPerson)).things[0]).toMatchObject({ kind: 'draft_decision' });
});

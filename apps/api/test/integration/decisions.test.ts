import {
  confirmDecision,
  correctDecision,
  listDecisions,
  publishDecision,
  readDecision,
  readDecisionDraft,
} from '@pursestrings/contracts/decisions';
import { declareForItem, manageInterest, readMeetingDesk } from '@pursestrings/contracts/meetings';
import { declareInterest } from '@pursestrings/contracts/partnership';
import { attend, decide, makeItem, makePartnership, plainWords, type TestPartnership } from '../make/partnership.ts';
import { makeWorld, type TestPerson, type World } from '../make/world.ts';

let world: World;
let us: TestPartnership;
beforeAll(async () => {
  world = await makeWorld();
  us = await makePartnership(world);
});
afterAll(() => world.stop());

const declare = (as: TestPerson, motion: string, body: Record<string, unknown> = {}) =>
  world.ask(declareForItem, { as, params: { motion }, body: { kind: 'indirect', about: 'A cousin hires out minibuses.', ...body } });
const publish = (decision: string, body: Record<string, unknown> = {}) =>
  world.ask(publishDecision, { as: us.chair, params: { decision }, body: { ...plainWords, ...body } });
const standingOf = async (meeting: string) =>
  (await world.ask(readMeetingDesk, { as: us.chair, params: { meeting } })).body.items[0].standing;
const eventsAbout = (id: string, type: string) => world.admin(`SELECT id FROM event WHERE subject_id = $1 AND type = $2`, [id, type]);
const other = (index: number): TestPerson => us.members[index] as TestPerson;

test('D1: a member with an interest neither votes nor counts; eight can decide, three are needed', async () => {
  const { motion, meeting } = await makeItem(world, us);
  expect(await declare(other(1), motion, { managed: 'left' })).toMatchObject({ status: 200 });
  expect(await standingOf(meeting)).toMatchObject({ present: 9, withInterest: 1, canDecide: 8, needed: 3, enough: true });
  expect(await decide(world, us.chair, motion, { result: 'counted', votesFor: 8, votesAgainst: 1 })).toMatchObject({
    status: 422,
    body: { problem: { code: 'votes-do-not-add-up', canDecide: 8, given: 9 } },
  });
  expect(await decide(world, us.chair, motion, { result: 'counted', votesFor: 7, votesAgainst: 1 })).toMatchObject({
    status: 200,
    body: { outcome: 'carried' },
  });
});

test('D1: an interest on the register bears on an item about its proposal, and is kept with the decision when the register changes', async () => {
  const proposal = crypto.randomUUID();
  await world.admin(
    `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, state) VALUES ($1, $2, 'minibus', $3, 'Minibus', 'ready')`,
    [us.place.id, proposal, other(3).id],
  );
  const registered = await world.ask(declareInterest, {
    as: other(2),
    body: { kind: 'loyalty', about: 'I belong to the bus club.', proposalId: proposal },
  });
  await world.admin(`UPDATE interest_declaration SET declared_on = '2026-05-01' WHERE id = $1`, [registered.body.id]);
  const { motion, meeting } = await makeItem(world, us, { proposalId: proposal });
  expect(await standingOf(meeting)).toMatchObject({ withInterest: 1, canDecide: 8 });
  const { id } = (await decide(world, us.chair, motion)).body;
  await world.admin(`UPDATE interest_declaration SET ends_on = '2026-06-01' WHERE id = $1`, [registered.body.id]);
  const { slug } = (await publish(id)).body;
  expect((await world.ask(readDecision, { params: { place: us.place.slug, decision: slug } })).body).toMatchObject({
    decision: { canDecide: 8, votesFor: 8 },
    interests: [{ name: 'Member 3', kind: 'loyalty', about: 'I belong to the bus club.', managed: null }],
  });
});

test('D1: no interest is declared or ruled away once the item is decided; the chair rules on others only', async () => {
  const { motion, meeting } = await makeItem(world, us);
  const rule = (as: TestPerson, personId: string, managed: string) =>
    world.ask(manageInterest, { as, params: { motion }, body: { personId, managed } });
  expect(await declare(other(1), motion, { personId: other(4).id })).toMatchObject({
    status: 403,
    body: { problem: { code: 'only-for-yourself' } },
  });
  await declare(us.chair, motion);
  await declare(us.chair, motion, { personId: other(1).id });
  expect(await declare(other(1), motion)).toMatchObject({ status: 409, body: { problem: { code: 'already-declared' } } });
  expect(await rule(us.chair, us.chair.id, 'no_conflict')).toMatchObject({
    status: 403,
    body: { problem: { code: 'not-about-yourself' } },
  });
  expect(await rule(us.chair, other(1).id, 'no_conflict')).toMatchObject({ status: 200 });
  expect(await standingOf(meeting)).toMatchObject({ withInterest: 1, canDecide: 8 });
  await decide(world, us.chair, motion);
  expect(await declare(other(5), motion)).toMatchObject({ status: 409, body: { problem: { code: 'already-decided' } } });
  expect(await rule(us.chair, other(1).id, 'left')).toMatchObject({ status: 409, body: { problem: { code: 'already-decided' } } });
});

test('D2: too few came: not decided. Interests leave too few: a way must be taken, and is published', async () => {
  const { motion, meeting } = await makeItem(world, us);
  await attend(world, { chair: us.chair, meeting }, us.members.slice(0, 2));
  expect(await decide(world, us.chair, motion)).toMatchObject({ status: 200, body: { outcome: 'no_quorum' } });
  await attend(world, { chair: us.chair, meeting }, us.members.slice(0, 4));
  const { motion: second } = { motion: (await makeItem(world, us)).motion };
  for (const index of [1, 2, 3, 4, 5, 6, 7]) await declare(other(index), second);
  expect(await decide(world, us.chair, second)).toMatchObject({
    status: 409,
    body: { problem: { code: 'choose-a-way', canDecide: 2, needed: 3 } },
  });
  const put = await decide(world, us.chair, second, { way: 'defer', wayNote: 'We come back to it in July.' });
  expect(put).toMatchObject({ status: 200, body: { outcome: 'deferred' } });
  const { slug } = (await publish(put.body.id)).body;
  expect((await world.ask(readDecision, { params: { place: us.place.slug, decision: slug } })).body.decision).toMatchObject({
    way: 'defer',
    wayNote: 'We come back to it in July.',
    quorate: false,
  });
});

test('D3: carried only where residents cast most of the votes', async () => {
  const { motion, meeting } = await makeItem(world, us);
  await attend(world, { chair: us.chair, meeting }, [other(0), other(1), other(7), other(8)]);
  expect(await decide(world, us.chair, motion)).toMatchObject({ status: 200, body: { outcome: 'deferred' } });
  await attend(world, { chair: us.chair, meeting }, [other(0), other(1), other(2), other(7), other(8)]);
  expect(await decide(world, us.chair, motion)).toMatchObject({ status: 200, body: { outcome: 'carried' } });
});

test('D5, P4: a published decision shows counts and interests by name, and no votes by name; its address is readable and stays', async () => {
  const { motion } = await makeItem(world, us);
  await declare(other(1), motion, { managed: 'left' });
  const { id } = (
    await decide(world, us.chair, motion, { result: 'counted', votesFor: 6, votesAgainst: 1, abstained: 1, residentsAbstained: 1 })
  ).body;
  expect((await world.ask(readDecisionDraft, { as: us.chair, params: { decision: id } })).body).toMatchObject({
    publishBy: '2026-06-16',
    promises: false,
  });
  const { slug } = (await publish(id)).body;
  expect(slug).toMatch(/^path-lights-[a-z0-9]{6}$/);
  const { body } = await world.ask(readDecision, { params: { place: us.place.slug, decision: slug } });
  expect(body.decision).toMatchObject({
    outcome: 'carried',
    votesFor: 6,
    votesAgainst: 1,
    abstained: 1,
    present: 9,
    canDecide: 8,
    residentVotes: 5,
  });
  expect(body.interests).toEqual([{ name: 'Member 2', kind: 'indirect', about: 'A cousin hires out minibuses.', managed: 'left' }]);
  const text = JSON.stringify(body);
  for (const index of [0, 2, 3, 4]) expect(text).not.toContain(`Member ${index + 1}`);
  expect((await world.ask(listDecisions, { params: { place: us.place.slug } })).body.decisions[0].slug).toBe(slug);
});

test('P1: a correction stands beside the old version, with a dated note; both stay readable at their addresses', async () => {
  const { motion } = await makeItem(world, us);
  const { id } = (await decide(world, us.chair, motion)).body;
  const first = (await publish(id)).body.slug;
  const correct = (decision: string) =>
    world.ask(correctDecision, {
      as: us.chair,
      params: { decision },
      body: { ...plainWords, plainSummary: 'We will light both paths.', correctionNote: 'There are two paths.' },
    });
  const answers = await Promise.all([correct(first), correct(first)]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  const newer = answers.find((answer) => answer.status === 200)?.body.slug;
  const read = async (decision: string) => (await world.ask(readDecision, { params: { place: us.place.slug, decision } })).body;
  expect(await read(first)).toMatchObject({
    decision: { plainSummary: plainWords.plainSummary, correctionNote: null },
    versions: [{ slug: first }, { slug: newer, correctionNote: 'There are two paths.' }],
  });
  expect(await read(newer)).toMatchObject({ decision: { plainSummary: 'We will light both paths.', outcome: 'carried' } });
  const listed = (await world.ask(listDecisions, { params: { place: us.place.slug } })).body.decisions.map(
    (one: { slug: string }) => one.slug,
  );
  expect(listed).toContain(newer);
  expect(listed).not.toContain(first);
});

test('two people publishing the same decision at once: one is told that it is done, and there is one event', async () => {
  const { motion } = await makeItem(world, us);
  const { id } = (await decide(world, us.chair, motion)).body;
  const statuses = (await Promise.all([publish(id), publish(id), publish(id)])).map((answer) => answer.status);
  expect(statuses.toSorted()).toEqual([200, 409, 409]);
  expect(await eventsAbout(id, 'decision.published')).toHaveLength(1);
});

test('words that could be plainer are a warning; the chair may publish them anyway with a reason', async () => {
  const { motion } = await makeItem(world, us);
  const { id } = (await decide(world, us.chair, motion)).body;
  const long = `We will ${'really '.repeat(25)}light it.`;
  expect(await publish(id, { reasons: long })).toMatchObject({
    status: 422,
    body: { problem: { code: 'could-be-plainer', warnings: [{ about: 'reasons' }] } },
  });
  expect(await publish(id, { reasons: long, wordsReason: 'It is the wording of the law.' })).toMatchObject({ status: 200 });
});

test('H1: nobody of another place finds a decision, a draft or a motion of ours; a member does not publish', async () => {
  const { motion, meeting } = await makeItem(world, us);
  const { id } = (await decide(world, us.chair, motion)).body;
  const them = await makePartnership(world);
  expect(await world.ask(readDecisionDraft, { as: them.chair, params: { decision: id } })).toMatchObject({ status: 404 });
  expect(await world.ask(publishDecision, { as: them.chair, params: { decision: id }, body: plainWords })).toMatchObject({ status: 404 });
  expect(await decide(world, them.chair, motion)).toMatchObject({ status: 404 });
  expect(await world.ask(readMeetingDesk, { as: them.chair, params: { meeting } })).toMatchObject({ status: 404 });
  expect(await world.ask(readMeetingDesk, { as: them.chair, params: { meeting, place: us.place.slug } })).toMatchObject({ status: 403 });
  expect(await world.ask(publishDecision, { as: other(1), params: { decision: id }, body: plainWords })).toMatchObject({ status: 403 });
});

test('D2: the fund holder confirms what interests left too few to decide; until then nothing is published, and nobody with an interest confirms', async () => {
  const { motion } = await makeItem(world, us);
  for (const index of [1, 2, 3, 4, 5, 6, 7]) await declare(other(index), motion);
  const asked = await decide(world, us.chair, motion, { way: 'fund_holder_confirms', wayNote: 'The trust is asked.' });
  expect(asked).toMatchObject({ status: 200, body: { outcome: 'deferred' } });
  const { id } = asked.body;
  expect(await publish(id)).toMatchObject({ status: 409, body: { problem: { code: 'awaits-fund-holder' } } });
  const treasurer = await world.makePerson(us.place, ['treasurer']);
  const confirm = (as: TestPerson) => world.ask(confirmDecision, { as, params: { decision: id } });
  expect(await confirm(us.chair)).toMatchObject({ status: 403 });
  await world.admin(
    `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, motion_id, kind, about, declared_on) VALUES ($1, $2, $3, $4, 'direct', 'Mine', '2026-06-01')`,
    [us.place.id, crypto.randomUUID(), treasurer.id, motion],
  );
  expect(await confirm(treasurer)).toMatchObject({ status: 403, body: { problem: { code: 'has-an-interest' } } });
  const another = await world.makePerson(us.place, ['treasurer']);
  const statuses = (await Promise.all([confirm(another), confirm(another)])).map((answer) => answer.status);
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect((await world.ask(readDecisionDraft, { as: us.chair, params: { decision: id } })).body.decision).toMatchObject({
    awaitsFundHolder: false,
    votesFor: 2,
  });
});

test('D2: a resident agreed beforehand is called on where interests leave too few', async () => {
  const resident = await world.makePerson(us.place, ['verified_resident'], 'Jo Nextdoor');
  await world.admin(`INSERT INTO agreed_resident (neighbourhood_id, person_id, agreed_on) VALUES ($1, $2, '2026-01-01')`, [
    us.place.id,
    resident.id,
  ]);
  const { motion, meeting } = await makeItem(world, us);
  for (const index of [1, 2, 3, 4, 5, 6, 7]) await declare(other(index), motion);
  expect(await decide(world, us.chair, motion, { way: 'residents_called', wayNote: 'Nobody is here.' })).toMatchObject({
    status: 409,
    body: { problem: { code: 'way-not-open' } },
  });
  await attend(world, { chair: us.chair, meeting }, us.members, [resident]);
  expect(await standingOf(meeting)).toMatchObject({
    tooFewByInterests: true,
    canDecide: 2,
    agreedResidentsHere: 1,
    canDecideWithCalled: 3,
  });
  expect(await decide(world, us.chair, motion, { way: 'residents_called', wayNote: 'We called on Jo.' })).toMatchObject({
    status: 200,
    body: { outcome: 'carried' },
  });
});

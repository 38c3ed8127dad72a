import {
  agreeResident,
  agreeTerms,
  declareInterest,
  endInterest,
  endSeat,
  findPeople,
  readPartnership,
  seatMember,
} from '@pursestrings/contracts/partnership';
import { readMe } from '@pursestrings/contracts/people';
import { interestsOf, termsNow } from '../../src/modules/partnership/index.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeRecipient } from '../make/money.ts';
import { makePartnership, type TestPartnership } from '../make/partnership.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
let us: TestPartnership;
beforeAll(async () => {
  world = await makeWorld();
  us = await makePartnership(world);
});
afterAll(() => world.stop());

const read = async () => (await world.ask(readPartnership, { params: { place: us.place.slug } })).body;
const rules = {
  quorumNumerator: 1,
  quorumDenominator: 2,
  quorumLeast: 4,
  majority: 'simple',
  votesByName: false,
  secondApprovalAbovePence: 500_00,
  deciderLimitPence: null,
  agreedOn: '2026-01-13',
};

test('anyone can read who the partnership is and by what rules it decides; the defaults hold until it agrees its own', async () => {
  expect(await read()).toMatchObject({
    residentMembers: 7,
    needed: 3,
    terms: { version: 0, quorumNumerator: 1, quorumDenominator: 3, quorumLeast: 3 },
    earlierTerms: [],
  });
  expect((await read()).members).toHaveLength(9);
});

test('rules are agreed as versions; an earlier one stays readable and unchangeable', async () => {
  const agree = (body: Record<string, unknown>) => world.ask(agreeTerms, { as: us.chair, body: { ...rules, ...body } });
  const versions = (await Promise.all([agree({}), agree({ quorumLeast: 5 })])).map((answer) => answer.body.version);
  expect(versions.toSorted()).toEqual([1, 2]);
  expect(await read()).toMatchObject({ needed: 5, terms: { version: 2 }, earlierTerms: [{ version: 1 }] });
  expect(await agree({ quorumNumerator: 3 })).toMatchObject({ status: 422, body: { problem: { code: 'quorum-above-all' } } });
  const now = await world.app.get(Transactions).read(programIn(us.place.id), termsNow);
  expect(now).toMatchObject({ version: 2, secondApprovalAbovePence: 500_00 });
});

test('H1: a seat brings the role of a member between its dates; two seats at once are one; it ends with its day', async () => {
  const person = await world.makePerson(us.place, ['verified_resident'], 'Amina Newcome');
  const found = await world.ask(findPeople, { as: us.chair, query: { name: 'amina' } });
  expect(found.body.people).toEqual([{ id: person.id, name: 'Amina Newcome', isResident: true }]);
  const seat = () =>
    world.ask(seatMember, {
      as: us.chair,
      body: { personId: person.id, isResident: true, duty: 'secretary', startsOn: '2026-01-01', endsOn: '2099-01-01' },
    });
  const answers = await Promise.all([seat(), seat()]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  const rolesNow = async () => (await world.ask(readMe, { as: person, query: { place: us.place.slug } })).body.roles;
  expect(await rolesNow()).toContain('member');
  const member = answers.find((answer) => answer.status === 200)?.body.id;
  expect(await world.ask(endSeat, { as: us.chair, params: { member }, body: { endsOn: '2025-12-31' } })).toMatchObject({ status: 422 });
  expect(await world.ask(endSeat, { as: us.chair, params: { member }, body: { endsOn: '2026-02-01' } })).toMatchObject({ status: 200 });
  expect(await rolesNow()).not.toContain('member');
  expect((await read()).members.map((one: { name: string }) => one.name)).not.toContain('Amina Newcome');
});

test('H1: a member seats nobody, and a chair nobody of another place', async () => {
  const them = await makePartnership(world);
  const body = { personId: them.members[1]?.id, isResident: true, startsOn: '2026-01-01' };
  expect(await world.ask(seatMember, { as: us.members[1], body })).toMatchObject({ status: 403 });
  expect(await world.ask(seatMember, { as: us.chair, body })).toMatchObject({
    status: 404,
    body: { problem: { code: 'person-not-found' } },
  });
});

test('D2: residents are agreed beforehand: people who live here and hold no seat', async () => {
  const agree = (personId: string) => world.ask(agreeResident, { as: us.chair, body: { personId } });
  const resident = await world.makePerson(us.place, ['verified_resident'], 'Jo Nextdoor');
  expect(await agree((await world.makePerson(us.place)).id)).toMatchObject({ status: 409, body: { problem: { code: 'not-a-resident' } } });
  expect(await agree(resident.id)).toMatchObject({ status: 200 });
  expect(await agree(resident.id)).toMatchObject({ status: 200 });
  expect((await read()).agreedResidents).toMatchObject([{ name: 'Jo Nextdoor' }]);
});

test('M5: interests on the public register keep people from payments to that recipient, until they end', async () => {
  const recipientId = await makeRecipient(world, us.place);
  const [, yusuf, another] = us.members;
  const { id } = (await world.ask(declareInterest, { as: yusuf, body: { kind: 'indirect', about: 'A cousin works there.', recipientId } }))
    .body;
  const who = () =>
    world.app.get(Transactions).read(programIn(us.place.id), (tx) => interestsOf(tx, [yusuf?.id ?? '', another?.id ?? ''], recipientId));
  expect(await who()).toEqual([{ personId: yusuf?.id, kind: 'indirect' }]);
  expect((await read()).interests).toMatchObject([{ name: 'Member 2', about: 'A cousin works there.', endsOn: null }]);
  expect(await world.ask(endInterest, { as: another, params: { interest: id } })).toMatchObject({ status: 404 });
  expect(await world.ask(endInterest, { as: yusuf, params: { interest: id } })).toMatchObject({ status: 200 });
  expect(await who()).toEqual([]);
  expect((await read()).interests).toMatchObject([{ name: 'Member 2', endsOn: expect.stringMatching(/^\d{4}-/) }]);
});

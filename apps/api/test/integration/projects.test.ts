import { pence } from '@pursestrings/basics/money';
import { readPurse } from '@pursestrings/contracts/money';
import { approvePayment, matchPayment, publishPayment, requestPayment, sendPayment } from '@pursestrings/contracts/payments';
import { listProjects, readProject, releasePromise, tellOfProject } from '@pursestrings/contracts/projects';
import { Promises } from '../../src/modules/projects/index.ts';
import { countStatements } from '../make/count-statements.ts';
import { makeDecision } from '../make/decision.ts';
import { balanceOf, changeIn, granted, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let purse: TestPurse;
let treasurer: TestPerson;
let chair: TestPerson;
let worker: TestPerson;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  place = await world.makePlace();
  purse = await makePurse(world, place, { awardPence: 20_000_00, bankPence: 10_000_00 });
  [treasurer, chair, worker] = [
    await world.makePerson(place, ['treasurer']),
    await world.makePerson(place, ['chair']),
    await world.makePerson(place, ['worker']),
  ];
});

async function project(title: string, sum: number, kind: 'organisation' | 'individual' = 'organisation') {
  const recipientId = await makeRecipient(world, place, kind);
  const decision = await makeDecision(world, place, { title: `Agree ${title}`, amountPence: sum, recipientId });
  return granted(
    await changeIn(world, place, (tx) =>
      world.app.get(Promises).promise(tx, {
        decisionId: decision.id,
        title,
        recipientId,
        amountPence: pence(sum),
        fromAccountId: purse.unallocated,
        nature: 'revenue',
      }),
    ),
  );
}

const of = (slug: string) => ({ place: place.slug, project: slug });

async function pay(commitmentId: string, amountPence: number): Promise<void> {
  const { number } = (await world.ask(requestPayment, { as: worker, body: { commitmentId, amountPence, purpose: 'Cooking' } })).body;
  const params = { place: place.slug, payment: String(number) };
  await world.ask(approvePayment, { as: treasurer, params });
  await world.ask(approvePayment, { as: chair, params });
  await world.ask(sendPayment, { as: treasurer, params, body: { sentOn: '2026-06-02' } });
  await world.ask(matchPayment, { as: treasurer, params, body: { statementDate: '2026-06-02', statementLine: '1' } });
  await world.ask(publishPayment, { as: worker, params, body: { publicPurpose: 'Cooking', namesNobody: true } });
}

test('what is not needed goes back where it came from, in public, and never while a payment is on its way', async () => {
  const kitchen = await project('Community kitchen', 9_600_00);
  await pay(kitchen.commitmentId, 9_140_00);
  const body = { reason: 'It cost less.', happenedOn: '2026-06-20' };
  const waiting = (
    await world.ask(requestPayment, { as: worker, body: { commitmentId: kitchen.commitmentId, amountPence: 1_00, purpose: 'Salt' } })
  ).body.number;
  expect(await world.ask(releasePromise, { as: treasurer, params: of(kitchen.projectSlug), body })).toMatchObject({
    status: 409,
    body: { problem: { code: 'payments-on-their-way' } },
  });
  await world.admin(`UPDATE payment SET state = 'refused', refused_reason = 'no' WHERE neighbourhood_id = $1 AND number = $2`, [
    place.id,
    waiting,
  ]);
  expect(await world.ask(releasePromise, { as: treasurer, params: of(kitchen.projectSlug), body })).toMatchObject({
    status: 200,
    body: { releasedPence: 460_00 },
  });
  expect(await balanceOf(world, purse.unallocated)).toBe(20_000_00 - 9_140_00);
  expect((await world.ask(readPurse, { params: { place: place.slug } })).body.purse).toMatchObject({
    promisedPence: 0,
    spentPence: 9_140_00,
  });
  expect(await world.ask(releasePromise, { as: chair, params: of(kitchen.projectSlug), body })).toMatchObject({
    body: { problem: { code: 'nothing-to-release' } },
  });
  const page = (await world.ask(readProject, { params: of(kitchen.projectSlug) })).body;
  expect(page).toMatchObject({
    project: { releasedPence: 460_00, spentPence: 9_140_00, payee: 'Brindle Catering' },
    decisions: [{ title: 'Agree Community kitchen', amountPence: 9_600_00 }],
    payments: [{ amountPence: 9_140_00, purpose: 'Cooking' }],
    may: [],
  });
  expect(
    await world.ask(requestPayment, { as: worker, body: { commitmentId: kitchen.commitmentId, amountPence: 1, purpose: 'x' } }),
  ).toMatchObject({ status: 409 });
});

test('L33: news of a project is told, and a project ends only once nothing is promised to it', async () => {
  const bus = await project('Saturday bus', 5_250_00);
  const news = { words: 'The first bus ran.', state: 'active', nextStep: 'Ask who rides it', nextBy: '2020-01-01', learnt: null };
  expect(await world.ask(tellOfProject, { as: worker, params: of(bus.projectSlug), body: news })).toMatchObject({ status: 200 });
  const page = (await world.ask(readProject, { as: treasurer, params: of(bus.projectSlug) })).body;
  expect(page).toMatchObject({
    project: { state: 'active', nextStep: 'Ask who rides it', isLate: true },
    updates: [{ words: 'The first bus ran.' }],
    may: ['tell', 'release'],
  });
  expect(await world.admin(`SELECT 1 FROM event WHERE neighbourhood_id = $1 AND type = 'project.updated'`, [place.id])).toHaveLength(1);
  const end = (body: object) =>
    world.ask(tellOfProject, { as: worker, params: of(bus.projectSlug), body: { ...news, nextStep: null, nextBy: null, ...body } });
  expect(await end({ state: 'closed' })).toMatchObject({ body: { problem: { code: 'money-still-promised' } } });
  expect(await end({ nextBy: '2027-01-01' })).toMatchObject({ status: 422, body: { problem: { code: 'day-without-step' } } });
  const resident = await world.makePerson(place, ['verified_resident']);
  expect(await world.ask(tellOfProject, { as: resident, params: of(bus.projectSlug), body: news })).toMatchObject({ status: 403 });
});

test('P2: a project that pays a person names nobody', async () => {
  const garden = await project('A garden', 100_00, 'individual');
  const page = await world.ask(readProject, { params: of(garden.projectSlug) });
  expect(page.body.project.payee).toBe('an individual');
  expect(JSON.stringify(page.body)).not.toContain('Bloggs');
});

test('H1, L19: projects of another place are not found; the list takes one number of statements', async () => {
  const one = await project('One', 1_00);
  const other = await world.makePlace();
  expect(await world.ask(readProject, { params: { place: other.slug, project: one.projectSlug } })).toMatchObject({ status: 404 });
  const few = await countStatements(world, () => world.ask(listProjects, { params: { place: place.slug } }));
  for (let made = 0; made < 20; made++) await project(`Project ${made}`, 1_00);
  expect(await countStatements(world, () => world.ask(listProjects, { params: { place: place.slug } }))).toBe(few);
  expect((await world.ask(listProjects, { params: { place: place.slug } })).body.projects).toHaveLength(21);
});

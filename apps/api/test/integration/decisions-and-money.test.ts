import { newId } from '@pursestrings/basics/ids';
import { publishDecision, readDecision } from '@pursestrings/contracts/decisions';
import { balanceOf, makePurse, makeRecipient, type TestPurse } from '../make/money.ts';
import { decide, makeItem, makePartnership, plainWords, type TestPartnership } from '../make/partnership.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
let us: TestPartnership;
let purse: TestPurse;
let recipientId: string;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_JOBS_HERE: 'yes' });
  us = await makePartnership(world);
  purse = await makePurse(world, us.place, { awardPence: 10_000_00, bankPence: 5_000_00 });
  recipientId = await makeRecipient(world, us.place);
});
afterAll(() => world.stop());

const publish = (decision: string, body: Record<string, unknown> = {}) =>
  world.ask(publishDecision, { as: us.chair, params: { decision }, body: { ...plainWords, ...body } });
const read = async (decision: string) => (await world.ask(readDecision, { params: { place: us.place.slug, decision } })).body;
const spending = (amountPence: number, more: Record<string, unknown> = {}) =>
  makeItem(world, us, { kind: 'spend', amountPence, recipientId, fromAccountId: purse.unallocated, ...more });

/** A proposal that a published vote asked about. */
async function makeVotedProposal(outcome: 'chosen' | 'not_chosen_this_time'): Promise<string> {
  const [proposal, round] = [newId(), newId()];
  await world.admin(
    `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, state, published_at) VALUES ($1, $2, $3, $4, 'Path lights', 'ready', now())`,
    [us.place.id, proposal, `lights-${proposal}`, us.chair.id],
  );
  await world.admin(
    'BEGIN; SET LOCAL session_replication_role = replica; ALTER TABLE round DISABLE TRIGGER USER; ALTER TABLE round_project DISABLE TRIGGER USER; COMMIT',
  );
  await world.admin(
    `INSERT INTO round (neighbourhood_id, id, slug, title, question, pot_pence, ballot_type, rule, state, opens_at, closes_at, announced_at, published_at, rules_hash,
       seed_commitment, public_key, key_ref_hash, envelope_bytes)
     VALUES ($1, $2, $3, 'Spring vote', 'Which?', 3000000, 'approval', '{}', 'published', now() - interval '20 days', now() - interval '6 days', now(), now(), '\\x00', '\\x00', '\\x00', '\\x00', 100)`,
    [us.place.id, round, `spring-${round}`],
  );
  await world.admin(
    `INSERT INTO round_project (neighbourhood_id, round_id, code, position, proposal_id, title, cost_pence, outcome) VALUES ($1, $2, 'p1', 1, $3, 'Path lights', 620000, $4)`,
    [us.place.id, round, proposal, outcome],
  );
  await world.admin('ALTER TABLE round ENABLE TRIGGER USER; ALTER TABLE round_project ENABLE TRIGGER USER');
  return proposal;
}

test('M3: publishing a carried spending decision promises its money, and its page leads to the project', async () => {
  const { motion } = await spending(620_00);
  const { id } = (await decide(world, us.chair, motion)).body;
  const before = await balanceOf(world, purse.unallocated);
  const { slug } = (await publish(id)).body;
  expect((await balanceOf(world, purse.unallocated)) - before).toBe(-620_00);
  expect(await read(slug)).toMatchObject({
    decision: { amountPence: 620_00, outcome: 'carried' },
    recipient: 'Brindle Catering',
    project: { title: 'Path lights', state: 'agreed', promisedPence: 620_00, paidPence: 0, payments: 0 },
  });
});

test('published three times at once, a decision promises its money once', async () => {
  const { motion } = await spending(100_00);
  const { id } = (await decide(world, us.chair, motion)).body;
  const before = await balanceOf(world, purse.unallocated);
  const statuses = (await Promise.all([publish(id), publish(id), publish(id)])).map((answer) => answer.status);
  expect(statuses.toSorted()).toEqual([200, 409, 409]);
  expect((await balanceOf(world, purse.unallocated)) - before).toBe(-100_00);
  expect(await world.admin(`SELECT id FROM commitment WHERE decision_id = $1`, [id])).toHaveLength(1);
  expect(await world.admin(`SELECT id FROM event WHERE subject_id = $1 AND type = 'decision.published'`, [id])).toHaveLength(1);
});

test('more than there is cannot be promised: nothing is published, nothing is half done', async () => {
  const { motion } = await spending(900_000_00);
  const { id } = (await decide(world, us.chair, motion)).body;
  expect(await publish(id)).toMatchObject({ status: 409, body: { problem: { code: 'cannot-be-promised', because: 'not-enough-money' } } });
  expect(await world.admin(`SELECT state, reasons FROM decision WHERE id = $1`, [id])).toEqual([{ state: 'recorded', reasons: '' }]);
  expect(await world.admin(`SELECT id FROM commitment WHERE decision_id = $1`, [id])).toEqual([]);
});

test('what is lost or put off promises nothing, and needs no account', async () => {
  for (const done of [{ result: 'counted', votesFor: 0, votesAgainst: 9 }, { result: 'come_back' }]) {
    const { motion } = await spending(50_00);
    const { id } = (await decide(world, us.chair, motion, done)).body;
    expect(await publish(id)).toMatchObject({ status: 200 });
    expect(await world.admin(`SELECT id FROM commitment WHERE decision_id = $1`, [id])).toEqual([]);
  }
});

test('a spending item without a recipient is not carried; without an account it is not published', async () => {
  const without = await spending(50_00, { recipientId: null });
  expect(await decide(world, us.chair, without.motion)).toMatchObject({ status: 409, body: { problem: { code: 'recipient-needed' } } });
  const { motion } = await spending(50_00, { fromAccountId: null });
  const { id } = (await decide(world, us.chair, motion)).body;
  expect(await publish(id)).toMatchObject({ status: 422, body: { problem: { code: 'account-needed' } } });
  expect(await publish(id, { fromAccountId: purse.unallocated })).toMatchObject({ status: 200 });
});

test('money is set aside by a decision of that kind', async () => {
  const { motion } = await makeItem(world, us, {
    kind: 'set_aside',
    amountPence: 1_000_00,
    fromAccountId: purse.unallocated,
    title: 'Young people',
  });
  const { id } = (await decide(world, us.chair, motion)).body;
  expect(await publish(id, { title: 'Young people' })).toMatchObject({ status: 200 });
  expect(
    await world.admin(`SELECT balance_pence::int AS pence FROM ledger.account WHERE kind = 'set_aside' AND name = 'Young people'`),
  ).toEqual([{ pence: 1_000_00 }]);
});

test.each([
  ['chosen', { result: 'come_back' }, true],
  ['chosen', { result: 'counted', votesFor: 1, votesAgainst: 8 }, true],
  ['chosen', {}, false],
  ['not_chosen_this_time', {}, true],
  ['not_chosen_this_time', { result: 'come_back' }, false],
] as const)(
  'D4: residents said %s, the partnership did %j: departs is %s, and then it needs its reason',
  async (outcome, done, departs) => {
    const proposalId = await makeVotedProposal(outcome);
    const { motion } = await spending(60_00, { proposalId });
    const { id } = (await decide(world, us.chair, motion, done)).body;
    const plain = await publish(id);
    if (!departs) {
      expect(plain.status).toBe(200);
      return;
    }
    expect(plain).toMatchObject({ status: 422, body: { problem: { code: 'departs-without-reason' } } });
    const { slug } = (await publish(id, { departsReason: 'Highways must answer first.' })).body;
    expect(await read(slug)).toMatchObject({
      decision: { departs: true, departsReason: 'Highways must answer first.' },
      round: { title: 'Spring vote', chosen: outcome === 'chosen' },
    });
  },
);

test('a proposal moves on when the decision about it is published', async () => {
  const stateOf = async (id: string) => (await world.admin<{ state: string }>(`SELECT state FROM proposal WHERE id = $1`, [id]))[0]?.state;
  const proposalId = await makeVotedProposal('chosen');
  const { motion } = await spending(60_00, { proposalId });
  await publish((await decide(world, us.chair, motion)).body.id);
  for (let tries = 0; tries < 100 && (await stateOf(proposalId)) === 'ready'; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await stateOf(proposalId)).toBe('project');
});

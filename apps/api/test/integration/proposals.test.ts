import { randomUUID } from 'node:crypto';
import { sendIdea } from '@pursestrings/contracts/ideas';
import { listToLookAt, lookAtComment, moveProposal } from '@pursestrings/contracts/look';
import {
  commentOnProposal,
  listMyProposals,
  listProposals,
  readMyProposal,
  readProposal,
  saveAnswer,
  sendProposal,
  startProposal,
  supportProposal,
  withdrawProposal,
} from '@pursestrings/contracts/proposals';
import { DataSource } from 'typeorm';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
let author: TestPerson;
let member: TestPerson;

beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace('kettlewick');
  author = await world.makePerson(place, ['verified_resident'], 'Shanice Webb');
  member = await world.makePerson(place, ['member'], 'Yusuf Malik');
});
afterAll(() => world.stop());

const at = (id: string) => ({ place: place.slug, id });

async function sentProposal(title = 'Community kitchen', by = author): Promise<string> {
  const id = (await world.ask(startProposal, { as: by, body: { title } })).body.id as string;
  for (const [question, answer] of [
    ['what', 'Ovens at the hub'],
    ['why', 'People can’t cook'],
    ['who', 'Us'],
    ['cost', '£9,600'],
  ]) {
    expect((await world.ask(saveAnswer, { as: by, params: at(id), body: { question, answer } })).status).toBe(200);
  }
  expect((await world.ask(sendProposal, { as: by, params: at(id) })).status).toBe(200);
  return id;
}

async function publishedSlug(title?: string): Promise<string> {
  const id = await sentProposal(title);
  return (await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'publish' } })).body.slug as string;
}

test('an answer is kept as it goes, a wrong sum is refused with what was kept, and nothing is sent half done', async () => {
  const id = (await world.ask(startProposal, { as: author, body: { title: 'Benches' } })).body.id as string;
  expect(await world.ask(sendProposal, { as: author, params: at(id) })).toMatchObject({
    status: 409,
    body: { problem: { code: 'answers-missing' } },
  });
  await world.ask(saveAnswer, { as: author, params: at(id), body: { question: 'what', answer: 'Three benches' } });
  expect((await world.ask(saveAnswer, { as: author, params: at(id), body: { question: 'cost', answer: 'ten' } })).status).toBe(422);
  expect((await world.ask(readMyProposal, { as: author, params: at(id) })).body.proposal).toMatchObject({
    answers: { title: 'Benches', what: 'Three benches', cost: '' },
    missing: ['why', 'who'],
  });
});

test('the partnership looks first: nobody else sees it, its author cannot publish it, and it then has one address', async () => {
  const id = await sentProposal('Ramp');
  const stranger = await world.makePerson(place, ['verified_resident']);
  expect((await world.ask(readMyProposal, { as: stranger, params: at(id) })).status).toBe(404);
  expect((await world.ask(listProposals, { params: { place: place.slug } })).body.total).toBe(0);
  const both = await world.makePerson(place, ['member', 'verified_resident']);
  const own = await sentProposal('My own', both);
  expect(await world.ask(moveProposal, { as: both, params: at(own), body: { move: 'publish' } })).toMatchObject({
    status: 403,
    body: { problem: { code: 'own-proposal' } },
  });
  const asked = await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'ask_changes' } });
  expect(asked).toMatchObject({ status: 422, body: { problem: { code: 'reason-needed' } } });
  await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'ask_changes', reason: 'Where would it stand?' } });
  await world.ask(saveAnswer, { as: author, params: at(id), body: { question: 'where', answer: 'Behind the youth club' } });
  await world.ask(sendProposal, { as: author, params: at(id) });
  const { slug } = (await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'publish' } })).body;
  expect((await world.ask(readProposal, { params: { place: place.slug, slug } })).body.proposal).toMatchObject({
    title: 'Ramp',
    stage: 'talking',
    proposedBy: 'Shanice',
  });
  expect((await world.ask(saveAnswer, { as: author, params: at(id), body: { question: 'what', answer: 'x' } })).status).toBe(409);
});

test('somebody with a declared interest does not move a proposal', async () => {
  const id = await sentProposal('Minibus');
  await world.admin(
    `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, proposal_id, kind, about, declared_on) VALUES ($1, $2, $3, $4, 'indirect', 'cousin', current_date)`,
    [place.id, randomUUID(), member.id, id],
  );
  expect(await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'publish' } })).toMatchObject({
    status: 403,
    body: { problem: { code: 'declared-interest' } },
  });
});

test('two members pressing at once: one moves it, the other is told', async () => {
  const id = await sentProposal('Lights');
  const other = await world.makePerson(place, ['member']);
  const statuses = await Promise.all(
    [member, other].map(async (as) => (await world.ask(moveProposal, { as, params: at(id), body: { move: 'publish' } })).status),
  );
  expect(statuses.toSorted()).toEqual([200, 409]);
  expect(await world.admin(`SELECT FROM event WHERE type = 'proposal.published' AND subject_id = $1`, [id])).toHaveLength(1);
});

test('backing twice is backing once; first words are held, later ones are not', async () => {
  const slug = await publishedSlug('Garden');
  const neighbour = await world.makePerson(place, ['verified_resident'], 'Halina Nowicka');
  const params = { place: place.slug, slug };
  await Promise.all(Array.from({ length: 5 }, () => world.ask(supportProposal, { as: neighbour, params, body: { support: true } })));
  expect((await world.ask(commentOnProposal, { as: neighbour, params, body: { words: 'Yes please' } })).body).toEqual({ held: true });
  expect((await world.ask(readProposal, { as: neighbour, params })).body.proposal).toMatchObject({
    supports: 1,
    supported: true,
    followed: true,
    comments: [],
  });
  const [held] = (await world.ask(listToLookAt, { as: member })).body.comments;
  expect((await world.ask(lookAtComment, { as: member, params: at(held.id), body: { publish: true } })).status).toBe(200);
  expect((await world.ask(commentOnProposal, { as: neighbour, params, body: { words: 'When?' } })).body).toEqual({ held: false });
  expect((await world.ask(readProposal, { params })).body.proposal.comments).toMatchObject([
    { by: 'Halina', words: 'Yes please' },
    { words: 'When?' },
  ]);
});

test('an idea needs no account, and leaves no trace of who sent it', async () => {
  expect((await world.ask(sendIdea, { params: { place: place.slug }, body: { words: 'A bench by the bus stop' } })).body).toEqual({
    received: true,
  });
  expect(await world.admin(`SELECT person_id FROM idea WHERE words LIKE 'A bench%'`)).toEqual([{ person_id: null }]);
});

test('a proposal can be taken back until a vote has it', async () => {
  const id = await sentProposal('Taken back');
  expect((await world.ask(withdrawProposal, { as: author, params: at(id) })).body).toEqual({ state: 'withdrawn' });
  expect((await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'publish' } })).status).toBe(409);
});

test('P4: a public proposal that was taken back keeps its address, and nothing but its title', async () => {
  const id = await sentProposal('Zip wire');
  const { slug } = (await world.ask(moveProposal, { as: member, params: at(id), body: { move: 'publish' } })).body;
  await world.ask(withdrawProposal, { as: author, params: at(id) });
  const { proposal } = (await world.ask(readProposal, { params: { place: place.slug, slug } })).body;
  expect(proposal).toMatchObject({
    title: 'Zip wire',
    state: 'withdrawn',
    stage: 'not_this_time',
    what: '',
    why: '',
    costPence: null,
    proposedBy: null,
  });
  expect((await world.ask(listProposals, { params: { place: place.slug }, query: { words: 'Zip wire' } })).body.total).toBe(0);
  const unpublished = await sentProposal('Never public');
  await world.ask(withdrawProposal, { as: author, params: at(unpublished) });
  const [row] = await world.admin<{ slug: string }>('SELECT slug FROM proposal WHERE id = $1', [unpublished]);
  expect((await world.ask(readProposal, { params: { place: place.slug, slug: row?.slug ?? '' } })).status).toBe(404);
});

test('an author sees where each of theirs is, and by when a sent one is looked at', async () => {
  const id = await sentProposal('Notice board');
  const [mine] = (await world.ask(listMyProposals, { as: author })).body.proposals;
  expect(mine).toMatchObject({ id, state: 'submitted', stage: 'sent', slug: null });
  const draft = (await world.ask(readMyProposal, { as: author, params: at(id) })).body.proposal;
  const waiting = (await world.ask(listToLookAt, { as: member })).body.proposals.find((proposal: { id: string }) => proposal.id === id);
  expect(draft.lookedAtBy).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(waiting.lookAtBy).toBe(draft.lookedAtBy);
});

test('L19: a list costs the same number of statements at 10, 100 and 1,000 proposals', async () => {
  const size = await world.makePlace();
  const somebody = await world.makePerson(size, []);
  const statements = async () => {
    const source = world.app.get(DataSource, { strict: false });
    let count = 0;
    const logger = source.logger;
    source.logger = {
      ...logger,
      logQuery: () => {
        count += 1;
      },
    } as typeof logger;
    await world.ask(listProposals, { params: { place: size.slug } });
    source.logger = logger;
    return count;
  };
  const counts: number[] = [];
  for (const upTo of [10, 100, 1000]) {
    await world.admin(
      `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, state, published_at)
       SELECT $1, gen_random_uuid(), 'p-' || n, $2, 'Proposal ' || n, 'in_discussion', now() FROM generate_series((SELECT count(*) FROM proposal WHERE neighbourhood_id = $1) + 1, $3::int) n`,
      [size.id, somebody.id, upTo],
    );
    counts.push(await statements());
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(new Set(counts).size).toBe(1);
  expect((await world.ask(listProposals, { params: { place: size.slug }, query: { page: '50' } })).body).toMatchObject({
    total: 1000,
    pages: 50,
  });
});

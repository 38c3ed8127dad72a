import { newId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { followThing } from '@pursestrings/contracts/following';
import { chooseLetters, readMyNotices, stopLetters } from '@pursestrings/contracts/notices';
import { SMTPServer } from 'smtp-server';
import { OnVoteArrived } from '../../src/modules/following/on-vote-arrived.ts';
import { SendNotices } from '../../src/modules/notices/send-notices.ts';
import { Tell } from '../../src/modules/notices/tell.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { record } from '../../src/platform/events/record.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeWorld, type TestPerson, type TestPlace, type World } from '../make/world.ts';

/** A real SMTP conversation: what arrived, and how the server answers next. */
const arrived: { to: string; text: string }[] = [];
let refusing = false;
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, done) => done(refusing ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
  onData: (stream, session, done) => {
    let text = '';
    stream.on('data', (part: Buffer) => {
      text += part.toString('utf8');
    });
    stream.on('end', () => {
      arrived.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
      done();
    });
  },
});

let world: World;
let place: TestPlace;
let member: TestPerson;

beforeAll(async () => {
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', () => resolve()));
  const { port } = mailServer.server.address() as { port: number };
  world = await makeWorld({ MAIL_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`, PURSESTRINGS_PUBLIC_URL: 'http://localhost:3000' });
  place = await world.makePlace('kettlewick');
  member = await world.makePerson(place, ['member']);
});
afterAll(async () => {
  await world.stop();
  await new Promise<void>((resolve) => mailServer.close(() => resolve()));
});
beforeEach(() => {
  arrived.length = 0;
  refusing = false;
});

async function makeProposal(author: TestPerson, title: string): Promise<string> {
  const id = newId();
  await world.admin(
    `INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, state) VALUES ($1, $2, $3, $4, $5, 'in_discussion')`,
    [place.id, id, `p-${id}`, author.id, title],
  );
  return id;
}

async function happens(type: string, subjectId: string, details: Record<string, string> = {}): Promise<void> {
  const id = await world.app
    .get(Transactions, { strict: false })
    .run(programIn(place.id), async (tx) => ok(await record(tx, { type, subjectId, details })));
  if (!id.ok) throw new Error('The event was refused.');
  const event = {
    neighbourhoodId: place.id,
    id: id.value,
    type,
    subjectId,
    actorPersonId: null,
    details,
    recordedAt: '2026-01-01T00:00:00Z',
  };
  const tell = world.app.get(Tell, { strict: false });
  // A job may run twice, and two at once.
  await Promise.all([tell.run(event), tell.run(event)]);
  const send = world.app.get(SendNotices, { strict: false });
  await Promise.all([send.inPlace(place.id), send.inPlace(place.id)]);
}

const statesOf = async (person: TestPerson) =>
  (await world.admin<{ state: string }>('SELECT state FROM notice WHERE person_id = $1 ORDER BY id', [person.id])).map((row) => row.state);

test('each person concerned gets one letter, however often the job runs; others get none', async () => {
  const author = await world.makePerson(place, ['verified_resident'], 'Shanice Webb');
  const stranger = await world.makePerson(place);
  const id = await makeProposal(author, 'Community kitchen');
  await world.ask(followThing, { as: author, body: { kind: 'proposal', id, follow: true } });
  await happens('proposal.published', id);
  expect(arrived.map((letter) => letter.to)).toEqual([`${author.accountId}@example.org`]);
  expect(arrived[0]?.text).toContain('Community kitchen');
  expect(arrived[0]?.text).toContain('/kettlewick/letters-off/');
  expect(await statesOf(stranger)).toEqual([]);
  expect((await world.ask(readMyNotices, { as: author })).body).toMatchObject({
    notices: [{ state: 'sent' }],
    following: [{ kind: 'proposal', title: 'Community kitchen' }],
  });
});

test('L34: letters stop by the link in the letter, without signing in, and only by that link', async () => {
  const author = await world.makePerson(place);
  const id = await makeProposal(author, 'Benches');
  await world.ask(followThing, { as: author, body: { kind: 'proposal', id, follow: true } });
  await happens('proposal.published', id);
  const [, person, key] = /letters-off\/([0-9a-f-]{36})\/([\w-]+)/.exec((arrived[0]?.text ?? '').replace(/=\r?\n/g, '')) ?? [];
  const params = { place: place.slug, person: person ?? '', key: key ?? '' };
  expect((await world.ask(stopLetters, { params: { ...params, key: 'x'.repeat(32) }, body: { letters: 'none' } })).status).toBe(404);
  expect((await world.ask(stopLetters, { params, body: { letters: 'none' } })).body).toEqual({ letters: 'none' });
  arrived.length = 0;
  await happens('proposal.commented', id);
  expect(arrived).toEqual([]);
  await world.ask(chooseLetters, { as: author, body: { letters: 'each_step' } });
  await happens('proposal.ready', id);
  expect(arrived).toHaveLength(1);
});

test('L33: whoever votes is told that it arrived, follows the round and hears the result; nobody else is told who voted', async () => {
  const voter = await world.makePerson(place, ['verified_resident']);
  const id = newId<'round'>();
  await world.admin(
    `INSERT INTO round (neighbourhood_id, id, slug, title, question, pot_pence, ballot_type, rule, state, opens_at, closes_at)
     VALUES ($1, $2, $3, 'Autumn vote', 'What?', 100, 'approval', '{}', 'draft', now(), now() + interval '1 day')`,
    [place.id, id, `autumn-${id}`],
  );
  const event = {
    neighbourhoodId: place.id,
    id: newId<'event'>(),
    type: 'round.vote_arrived',
    subjectId: id,
    actorPersonId: voter.id,
    details: { personId: voter.id },
  };
  await world.app.get(OnVoteArrived, { strict: false }).follow({ ...event, recordedAt: '2026-01-01T00:00:00Z' });
  await happens('round.vote_arrived', id, { personId: voter.id });
  expect(arrived.map((letter) => letter.to)).toEqual([`${voter.accountId}@example.org`]);
  arrived.length = 0;
  await happens('round.published', id);
  expect(arrived.map((letter) => letter.to)).toContain(`${voter.accountId}@example.org`);
});

test('a refused letter is shown as failed and not sent again; members hear of proposals by what they are', async () => {
  const author = await world.makePerson(place);
  const id = await makeProposal(author, 'Skate ramp');
  refusing = true;
  await happens('proposal.submitted', id);
  expect((await statesOf(member)).at(-1)).toBe('failed');
  refusing = false;
  await world.app.get(SendNotices, { strict: false }).inPlace(place.id);
  expect(arrived).toEqual([]);
});

test('a letter leads where its reader can read: the partnership’s page, the author’s own, or the public one', async () => {
  const author = await world.makePerson(place);
  const id = await makeProposal(author, 'Planters');
  await world.ask(followThing, { as: author, body: { kind: 'proposal', id, follow: true } });
  for (const [state, type, page] of [
    ['submitted', 'proposal.submitted', `to-look-at/${id}`],
    ['changes_asked', 'proposal.changes_asked', `my-proposals/${id}`],
    ['checking', 'proposal.checking', `proposals/p-${id}`],
  ] as const) {
    arrived.length = 0;
    await world.admin(`UPDATE proposal SET state = $2, reason = 'Where?' WHERE id = $1`, [id, state]);
    await happens(type, id);
    expect(arrived.map((letter) => letter.text.replace(/=\r?\n/g, '')).join()).toContain(`/kettlewick/${page}`);
  }
});

test('while the mail server is away, letters wait; what was left half done is shown as uncertain, never resent', async () => {
  const away = await makeWorld({ MAIL_URL: 'smtp://127.0.0.1:1?ignoreTLS=true' });
  try {
    const there = await away.makePlace();
    const somebody = await away.makePerson(there, ['member']);
    const eventId = newId();
    await away.admin(`INSERT INTO event (neighbourhood_id, id, type, subject_id, details) VALUES ($1, $2, 'x', $2, '{}')`, [
      there.id,
      eventId,
    ]);
    await away.admin(
      `INSERT INTO notice (neighbourhood_id, id, event_id, person_id, channel, purpose, subject, words, state, sending_since) VALUES
       ($1, $2, $3, $4, 'email', 'one', 's', 'w', 'queued', NULL), ($1, $5, $3, $4, 'email', 'two', 's', 'w', 'sending', now() - interval '16 minutes')`,
      [there.id, newId(), eventId, somebody.id, newId()],
    );
    await away.app.get(SendNotices, { strict: false }).sweep();
    expect((await away.admin<{ state: string }>('SELECT state FROM notice ORDER BY purpose')).map((row) => row.state)).toEqual([
      'queued',
      'uncertain',
    ]);
  } finally {
    await away.stop();
  }
});

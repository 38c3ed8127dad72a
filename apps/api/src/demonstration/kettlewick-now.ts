import { newId, newSlugEnding } from '@pursestrings/basics/ids';
import type { Asides } from './asides.ts';
import { pounds, type Story } from './story.ts';
import { addProposal } from './votes.ts';

/** What waits today: a meeting with four items, a proposal to look at, words reported, a late answer of the council. */
export async function tellNow(story: Story, asides: Asides): Promise<void> {
  await nextMeeting(story, asides);
  await waitingProposal(story);
  await lateAnswer(story);
}

async function nextMeeting(story: Story, asides: Asides): Promise<void> {
  const { tx, days } = story;
  const meetingId = newId<'meeting'>();
  await tx.query(
    `INSERT INTO meeting (neighbourhood_id, id, slug, title, starts_at, place_words, state, papers_published_at) VALUES ($1, $2, $3, 'Partnership meeting', $4, 'Old Bakery hub', 'papers_published', $5)`,
    [
      tx.actor.neighbourhoodId,
      meetingId,
      `partnership-meeting-${newSlugEnding()}`,
      days.at('2026-12-01', '19:00'),
      days.at('2026-11-22', '08:00'),
    ],
  );
  const youth = await story.recipient('Harrowmere Sports Trust', 'organisation', '1201190');
  const items = [
    {
      title: 'Holiday football camp',
      words: 'A week of football and lunch in February, for 40 children.',
      kind: 'spend',
      sum: pounds(3_200),
      recipientId: youth,
      from: asides.unallocated,
      nature: 'revenue',
    },
    {
      title: 'Small grants for spring',
      words: 'Which groups may ask, and by when.',
      kind: 'other',
      sum: null,
      recipientId: null,
      from: null,
      nature: null,
    },
    {
      title: 'Hub roof: who looks after it in year three?',
      words: 'The builder’s guarantee ends after two years.',
      kind: 'other',
      sum: null,
      recipientId: null,
      from: null,
      nature: null,
    },
    {
      title: 'Dates of the spring vote',
      words: 'When to open, and how much to share.',
      kind: 'other',
      sum: null,
      recipientId: null,
      from: null,
      nature: null,
    },
  ];
  for (const [at, item] of items.entries()) {
    await tx.query(
      `INSERT INTO motion (neighbourhood_id, id, meeting_id, position, title, words, kind, amount_pence, recipient_id, from_account_id, nature, put_by, agreed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        tx.actor.neighbourhoodId,
        newId(),
        meetingId,
        at + 1,
        item.title,
        item.words,
        item.kind,
        item.sum,
        item.recipientId,
        item.from,
        item.nature,
        story.personId('grace'),
        story.personId('denise'),
      ],
    );
  }
}

async function waitingProposal(story: Story): Promise<void> {
  const { tx, days } = story;
  await addProposal(tx, {
    title: 'Dog waste bins on Elm Field',
    what: 'Four bins and somebody to empty them.',
    why: 'Children play there.',
    who: 'The gardeners would empty them.',
    where: 'Elm Field',
    cost: pounds(1_100),
    authorId: story.personId('bev'),
    state: 'submitted',
    submittedAt: days.at('2026-11-21', '20:00'),
    publishedAt: null,
  });
  const talked = await addProposal(tx, {
    title: 'Repair evenings',
    what: 'Bring what is broken, and mend it together.',
    why: 'Too much goes into the skip.',
    who: 'Kev and two electricians.',
    where: 'Old Bakery hub',
    cost: pounds(900),
    authorId: story.personId('kev'),
    state: 'in_discussion',
    submittedAt: days.at('2026-11-10', '20:00'),
    publishedAt: days.at('2026-11-12', '20:00'),
  });
  for (const who of ['halina', 'shanice', 'mo']) {
    await tx.query(`INSERT INTO proposal_support (neighbourhood_id, proposal_id, person_id) VALUES ($1, $2, $3)`, [
      tx.actor.neighbourhoodId,
      talked,
      story.personId(who),
    ]);
  }
  for (const [who, words, held] of [
    ['halina', 'I have a sewing machine to lend.', false],
    ['len', 'The last lot never gave my radio back.', true],
  ] as const) {
    await tx.query(
      `INSERT INTO proposal_comment (neighbourhood_id, id, proposal_id, person_id, words, held) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.actor.neighbourhoodId, newId(), talked, story.personId(who), words, held],
    );
  }
}

async function lateAnswer(story: Story): Promise<void> {
  const { tx, days } = story;
  const decision = await tx.one<{ id: string }>(
    `SELECT id FROM decision WHERE neighbourhood_id = $1 AND title = 'New paths in Elm Field'`,
    [tx.actor.neighbourhoodId],
  );
  await tx.query(
    `INSERT INTO council_question (neighbourhood_id, id, decision_id, words, asked_by, asked_on, due_on) VALUES ($1, $2, $3, 'Who mows the new edges of Elm Field?', $4, $5, $6)`,
    [tx.actor.neighbourhoodId, newId(), decision?.id, story.personId('grace'), days.day('2026-10-14'), days.day('2026-11-11')],
  );
}

import type { ProposalId, RoundId } from '@pursestrings/basics/ids';
import type { Asides } from './kettlewick-purse.ts';
import { done, pounds, type Story } from './story.ts';
import { addProposal, announce, holdVote, ticks } from './votes.ts';

interface Idea {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly cost: number;
  readonly by: string;
}

const springIdeas: readonly Idea[] = [
  {
    key: 'kitchen',
    title: 'Community kitchen',
    what: 'Ovens and long tables at the Old Bakery, so that people can learn to cook and eat together.',
    why: 'Many of us have one ring and a microwave. Food is dear and cooking for one is lonely.',
    cost: 9_600,
    by: 'shanice',
  },
  {
    key: 'ramp',
    title: 'Skate ramp',
    what: 'A concrete quarter pipe, a half pipe and a rail on the old car park.',
    why: 'The nearest ramp is two buses away.',
    cost: 14_800,
    by: 'mo',
  },
  {
    key: 'lights',
    title: 'Path lights',
    what: 'Six lamps on the path behind the bakery.',
    why: 'People walk round by the main road after dark, twenty minutes more.',
    cost: 6_200,
    by: 'grace',
  },
  {
    key: 'bus',
    title: 'Saturday bus',
    what: 'A minibus to the market and the hospital every Saturday for a year.',
    why: 'Four in ten homes here have no car, and the last bus stopped in 2019.',
    cost: 8_400,
    by: 'kev',
  },
  {
    key: 'benches',
    title: 'Benches',
    what: 'Six benches on the way from Mill Lane to the shops.',
    why: 'It is half a mile without a place to sit.',
    cost: 1_920,
    by: 'nasreen',
  },
  {
    key: 'welcome',
    title: 'Welcome table',
    what: 'Tea, forms and somebody to ask, in four languages, every Thursday.',
    why: 'When you are new here nobody tells you where the doctor is.',
    cost: 2_600,
    by: 'halina',
  },
  {
    key: 'garden',
    title: 'Garden',
    what: 'Raised beds and a greenhouse on the corner of Elm Field.',
    why: 'The school wants to grow things, and so do people in the flats.',
    cost: 4_300,
    by: 'tomasz',
  },
];

/** Who ticked what in spring, and how many of each. */
const springBallots: readonly (readonly [number, ...string[]])[] = [
  [96, 'kitchen', 'ramp', 'lights'],
  [70, 'kitchen', 'ramp'],
  [46, 'kitchen', 'lights'],
  [38, 'kitchen', 'ramp', 'benches'],
  [62, 'bus', 'benches'],
  [34, 'bus'],
  [22, 'bus', 'garden'],
  [20, 'garden', 'welcome'],
  [14, 'welcome'],
  [10, 'bus', 'welcome'],
];

/** What of the spring vote the rest of the story needs. */
export interface Spring {
  readonly roundId: RoundId;
  readonly proposals: Readonly<Record<string, ProposalId>>;
}

/** The spring vote: 412 ballots over seven proposals, counted and checked. */
export async function tellSpringVote(story: Story): Promise<Spring> {
  const proposals: Record<string, ProposalId> = {};
  for (const idea of springIdeas) proposals[idea.key] = await propose(story, idea, { on: '2026-01-12', state: 'ready' });
  const places = new Map(springIdeas.map(({ key }, at) => [key, at]));
  const ballots = springBallots.flatMap(([times, ...keys]) =>
    Array.from({ length: times }, () =>
      ticks(
        springIdeas.length,
        keys.map((key) => places.get(key) ?? 0),
      ),
    ),
  );
  const roundId = await holdVote(story.tx, story.services, {
    round: {
      title: 'Spring vote',
      question: 'What should we do with £30,000?',
      potPence: pounds(30_000),
      opensAt: story.days.at('2026-03-06', '09:00'),
      closesAt: story.days.at('2026-03-20', '17:00'),
      retold: true,
      projects: springIdeas.map((idea) => ({
        proposalId: proposals[idea.key] ?? null,
        title: idea.title,
        summary: idea.what,
        cost: pounds(idea.cost),
      })),
    },
    ballots,
    checkers: [story.personId('priti'), story.personId('len')],
    checkedAt: story.days.at('2026-03-24', '18:00'),
  });
  return { roundId, proposals };
}

const autumnIdeas: readonly Idea[] = [
  {
    key: 'ramp2',
    title: 'Skate ramp, smaller and quieter',
    what: 'A concrete quarter pipe and a rail behind the youth club. The council adds £5,000 of its own.',
    why: 'We listened: it is smaller, it is behind the club, and it costs a third less.',
    cost: 9_900,
    by: 'mo',
  },
  {
    key: 'warm',
    title: 'Warm Wednesdays',
    what: 'Soup, heating and company at the chapel hall, every Wednesday until April.',
    why: 'People sit in one room in their coats.',
    cost: 6_400,
    by: 'shanice',
  },
  {
    key: 'tools',
    title: 'Tool library',
    what: 'Drills, ladders and a carpet cleaner to borrow from the hub for £1.',
    why: 'Nobody needs a drill of their own for one shelf.',
    cost: 3_850,
    by: 'kev',
  },
  {
    key: 'nets',
    title: 'Football nets and lines',
    what: 'New goals and proper lines on Elm Field, put up by the Sunday team.',
    why: 'We play between jumpers.',
    cost: 1_280,
    by: 'tomasz',
  },
  {
    key: 'drive',
    title: 'Learn to drive fund',
    what: 'Half the price of ten lessons for 20 people who need to drive for work.',
    why: 'The warehouse jobs start at five. There is no bus at five.',
    cost: 8_000,
    by: 'nasreen',
  },
  {
    key: 'planters',
    title: 'Planters on Baker Street',
    what: 'Twelve wooden planters, made and watered by the school gardening club.',
    why: 'The street is grey, and the children asked.',
    cost: 2_150,
    by: 'grace',
  },
  {
    key: 'english',
    title: 'English over coffee',
    what: 'Two mornings a week, with childcare, for people new to English.',
    why: 'I learnt English from television. It took ten years.',
    cost: 4_600,
    by: 'halina',
  },
  {
    key: 'cctv',
    title: 'CCTV at the garages',
    what: 'Two cameras on the garage block in Mill Lane.',
    why: 'Eleven cars were broken into this year.',
    cost: 11_500,
    by: 'len',
  },
  {
    key: 'stories',
    title: 'Remembering Kettlewick',
    what: 'Older people tell their stories, young people film them.',
    why: 'When Mrs Hale died, a hundred years of this street went with her.',
    cost: 2_900,
    by: 'bev',
  },
];

/** The vote that is open now, with money set aside for it. Returns the account that its pot lies in. */
export async function tellAutumnVote(story: Story): Promise<void> {
  const proposals = new Map<string, ProposalId>();
  for (const idea of autumnIdeas) proposals.set(idea.key, await propose(story, idea, { on: '2026-10-05', state: 'ready' }));
  const { tx, services, days, awardId } = story;
  const decisionId = await story.decide({
    on: '2026-10-13',
    title: 'An autumn vote of £40,000',
    kind: 'round',
    pounds: 40_000,
    votes: [8, 0, 0],
    reasons: 'Nine proposals are ready and they cost more than we want to spend at once. So everybody chooses.',
    summary: 'Everyone of 11 and over can vote until 11 December.',
  });
  const aside = done(
    await services.setsAside.setAside(tx, {
      awardId,
      purpose: 'round',
      name: 'Autumn vote',
      amountPence: pounds(40_000),
      happenedOn: days.day('2026-10-13'),
      decisionId,
      memo: 'For the autumn vote',
    }),
  );
  const roundId = await announce(tx, services, {
    title: 'Autumn vote',
    question: 'What should we do with £40,000?',
    potPence: pounds(40_000),
    opensAt: days.at('2026-11-20', '09:00'),
    closesAt: days.at('2026-12-11', '17:00'),
    retold: false,
    fromAccountId: aside.accountId,
    projects: autumnIdeas.map((idea) => ({
      proposalId: proposals.get(idea.key) ?? null,
      title: idea.title,
      summary: idea.what,
      cost: pounds(idea.cost),
    })),
  });
  const voters = await tx.query<{ id: string }>(`SELECT person_id AS id FROM residency_check WHERE neighbourhood_id = $1`, [
    tx.actor.neighbourhoodId,
  ]);
  await services.openRound.within(
    tx,
    roundId,
    voters.map((voter) => voter.id),
  );
}

async function propose(story: Story, idea: Idea, { on, state }: { readonly on: string; readonly state: string }): Promise<ProposalId> {
  return await addProposal(story.tx, {
    title: idea.title,
    what: idea.what,
    why: idea.why,
    who: 'People from here, with the hub’s help.',
    where: 'Kettlewick',
    cost: pounds(idea.cost),
    authorId: story.personId(idea.by),
    state,
    submittedAt: story.days.at(on, '10:00'),
    publishedAt: story.days.at(on, '18:00'),
  });
}

/** What became of the spring vote: bus, lights, kitchen, benches, welcome table. */
export async function tellAfterSpring(story: Story, spring: Spring, asides: Asides): Promise<void> {
  const of = (key: string) => ({ proposalId: spring.proposals[key] ?? '', roundId: spring.roundId });
  const from = asides.unallocated;
  const bus = await story.recipient('Harrowmere Community Transport', 'organisation', '1099417');
  const busDecision = await story.decide({
    on: '2026-04-14',
    title: 'Saturday bus',
    kind: 'spend',
    pounds: 8_400,
    recipientId: bus,
    ...of('bus'),
    votes: [6, 1, 0],
    reasons: '128 people backed it, and their shares paid for it in full.',
    summary: 'A minibus to the market and the hospital every Saturday for a year.',
    interest: { who: 'yusuf', kind: 'indirect', about: 'His cousin hires out minibuses' },
  });
  const busKept = await story.promise({
    decisionId: busDecision,
    title: 'Saturday bus',
    recipientId: bus,
    amount: pounds(8_400),
    from,
    theme: 'Streets and green places',
    nature: 'revenue',
    on: '2026-04-14',
    proposalId: of('bus').proposalId,
  });
  await story.pay(busKept, { on: '2026-06-15', amount: pounds(3_150), purpose: 'Saturday bus, first months' });
  await story.projectNow(busKept.projectId, { state: 'active', nextStep: 'Survey of who rides', nextBy: '2026-12-18' });
  await story.decide({
    on: '2026-04-14',
    title: 'Lights on the bakery path: wait for the council',
    kind: 'other',
    ...of('lights'),
    votes: [7, 0, 0],
    outcome: 'deferred',
    reasons: 'The council owns the lamp posts. We asked Highways first.',
    summary: 'The lights wait until Highways has said yes.',
    departs:
      'The vote chose the lights. We wait all the same, because the lamp posts are the council’s and we may not put lamps on them without a yes.',
  });
  const council = await askCouncil(story, of('lights').proposalId);
  await story.decide({
    on: '2026-04-14',
    title: 'Community kitchen, benches and welcome table: go ahead',
    kind: 'other',
    roundId: spring.roundId,
    votes: [7, 0, 0],
    reasons: 'People chose them, and nothing stands in the way.',
    summary: 'Three projects of the spring vote start at once.',
  });
  await tellKitchen(story, { from, of });
  const lamps = await story.recipient('Brightway Electrical');
  const lights = await story.decide({
    on: '2026-06-09',
    title: 'Lights on the bakery path',
    kind: 'spend',
    pounds: 6_200,
    recipientId: lamps,
    ...of('lights'),
    votes: [7, 0, 0],
    reasons: 'We waited because the council owns the lamp posts. Highways said yes on 3 June.',
    summary: 'Six lamps on the path behind the bakery.',
  });
  const lightsKept = await story.promise({
    decisionId: lights,
    title: 'Path lights',
    recipientId: lamps,
    amount: pounds(6_200),
    from,
    theme: 'Streets and green places',
    nature: 'capital',
    on: '2026-06-09',
    proposalId: of('lights').proposalId,
  });
  await story.projectNow(lightsKept.projectId, { state: 'active', nextStep: 'Lamps go up', nextBy: '2026-12-04' });
  await council;
  for (const key of ['bus', 'lights', 'kitchen', 'benches', 'welcome']) {
    await story.tx.query(`UPDATE proposal SET state = 'project' WHERE neighbourhood_id = $1 AND id = $2`, [
      story.tx.actor.neighbourhoodId,
      spring.proposals[key],
    ]);
  }
}

interface Chosen {
  readonly from: Asides['unallocated'];
  of(key: string): { readonly proposalId: string; readonly roundId: RoundId };
}

async function tellKitchen(story: Story, { from, of }: Chosen): Promise<void> {
  const caterer = await story.recipient('Brindle Catering', 'organisation');
  const kitchen = await story.decide({
    on: '2026-04-14',
    title: 'Community kitchen',
    kind: 'spend',
    pounds: 9_600,
    recipientId: caterer,
    ...of('kitchen'),
    votes: [8, 0, 0],
    reasons: '250 people backed it, more than anything else.',
    summary: 'Ovens and long tables at the Old Bakery.',
  });
  const kept = await story.promise({
    decisionId: kitchen,
    title: 'Community kitchen',
    recipientId: caterer,
    amount: pounds(9_600),
    from,
    theme: 'Old Bakery hub',
    nature: 'capital',
    on: '2026-04-14',
    proposalId: of('kitchen').proposalId,
  });
  await story.pay(kept, { on: '2026-06-02', amount: pounds(9_140), purpose: 'Ovens, worktops and fitting of the community kitchen' });
  await story.release(kept, { amount: pounds(460), to: from, on: '2026-06-30', memo: 'Finished under budget' });
  await story.update(kept.projectId, '2026-09-15', '61 people have cooked here since it opened.');
  await story.projectNow(kept.projectId, { state: 'finishing', summary: '61 people have cooked here. £460 came back to the purse.' });
  const small = [
    {
      key: 'benches',
      title: 'Benches',
      to: 'Mill Lane Men’s Shed',
      sum: 1_920,
      theme: 'Streets and green places',
      nature: 'capital',
      what: 'Six benches of larch',
    },
    {
      key: 'welcome',
      title: 'Welcome table',
      to: 'Kettlewick Welcome',
      sum: 2_600,
      theme: 'Old Bakery hub',
      nature: 'revenue',
      what: 'Tea, printing and an interpreter',
    },
  ] as const;
  for (const one of small) {
    const recipientId = await story.recipient(one.to);
    const decisionId = await story.decide({
      on: '2026-04-14',
      title: one.title,
      kind: 'spend',
      pounds: one.sum,
      recipientId,
      ...of(one.key),
      votes: [8, 0, 0],
      reasons: 'Its supporters’ shares paid for it in the spring vote.',
      summary: `${one.what}.`,
    });
    const made = await story.promise({
      decisionId,
      title: one.title,
      recipientId,
      amount: pounds(one.sum),
      from,
      theme: one.theme,
      nature: one.nature,
      on: '2026-04-14',
      proposalId: of(one.key).proposalId,
    });
    await story.pay(made, { on: '2026-07-13', amount: pounds(one.sum), purpose: one.what });
    await story.projectNow(made.projectId, { state: 'closed' });
  }
}

/** Asked on 16 April, due on 14 May, answered on 3 June. */
async function askCouncil(story: Story, proposalId: string): Promise<void> {
  const { tx, days } = story;
  await tx.query(
    `INSERT INTO council_question (neighbourhood_id, id, proposal_id, words, asked_by, asked_on, due_on, answered_at, answer, answered_by)
     VALUES ($1, gen_random_uuid(), $2, 'May we put six lamps on your posts behind the Old Bakery?', $3, $4, $5, $6, $7, $8)`,
    [
      tx.actor.neighbourhoodId,
      proposalId,
      story.personId('denise'),
      days.day('2026-04-16'),
      days.day('2026-05-14'),
      days.at('2026-06-03', '11:00'),
      'Yes. Highways agrees, and will connect them without charge.',
      story.personId('ruth'),
    ],
  );
}

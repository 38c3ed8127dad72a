import type { RoundId } from '@pursestrings/basics/ids';
import type { Asides } from './asides.ts';
import type { Spring } from './kettlewick-votes.ts';
import { pounds, type Story } from './story.ts';

/** What became of the spring vote: bus, lights, kitchen, benches, welcome table. */
export async function tellAfterSpring(story: Story, spring: Spring, asides: Asides): Promise<void> {
  const of = (key: string) => ({ proposalId: spring.proposals[key] ?? '', roundId: spring.roundId });
  const from = asides.unallocated;
  await tellBus(story, { from, of });
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
  await askCouncil(story, of('lights').proposalId);
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
    reasons: 'We waited because the council owns the lamp posts. Highways has said yes.',
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
  for (const key of ['bus', 'lights', 'kitchen', 'benches', 'welcome']) {
    await story.tx.query(`UPDATE proposal SET state = 'project' WHERE neighbourhood_id = $1 AND id = $2`, [
      story.tx.actor.neighbourhoodId,
      spring.proposals[key],
    ]);
  }
}

async function tellBus(story: Story, { from, of }: Chosen): Promise<void> {
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
    interest: { who: 'yusuf', kind: 'indirect', about: 'his cousin hires out minibuses.' },
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

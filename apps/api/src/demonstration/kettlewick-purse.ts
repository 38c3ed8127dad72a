import { newId } from '@pursestrings/basics/ids';
import type { Asides } from './asides.ts';
import { tellSkills, tellSmallGrants, tellStreets, tellYoungPeople } from './kettlewick-themes.ts';
import { everyMonths, lastUnmatched, payAll } from './payments-in-a-row.ts';
import { done, pounds, type Story } from './story.ts';

/** Everything up to the spring vote: drawdowns, what was set aside, the projects of five years. */
export async function tellFiveYears(story: Story): Promise<Asides> {
  await agreeRules(story);
  const asides = await setAside(story);
  await tellHub(story, asides);
  await tellWorker(story, asides);
  await tellYoungPeople(story, asides);
  await tellStreets(story, asides);
  await tellSkills(story, asides);
  await tellSmallGrants(story, asides);
  return asides;
}

const drawdowns: readonly (readonly [string, number])[] = [
  ['2021-04-30', 220_000],
  ['2022-05-03', 110_000],
  ['2023-05-02', 80_000],
  ['2024-05-01', 70_000],
  ['2025-05-01', 60_000],
  ['2026-05-01', 40_000],
];

/** The rules that the partnership agreed at its first meeting, and what two members keep on the register. */
async function agreeRules(story: Story): Promise<void> {
  const { tx, days } = story;
  await tx.query(
    `INSERT INTO terms_of_reference (neighbourhood_id, version, quorum_numerator, quorum_denominator, quorum_least, majority, votes_by_name,
       second_approval_above_pence, agreed_on) VALUES ($1, 1, 1, 3, 3, 'simple', false, 100000, $2)`,
    [tx.actor.neighbourhoodId, days.day('2021-05-11')],
  );
  const register = [
    ['tomasz', 'loyalty', 'Plays for the Sunday football team.'],
    ['nasreen', 'loyalty', 'On the committee of the allotment society.'],
  ] as const;
  for (const [who, kind, about] of register) {
    await tx.query(
      `INSERT INTO interest_declaration (neighbourhood_id, id, person_id, kind, about, declared_on, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $3)`,
      [tx.actor.neighbourhoodId, newId(), story.personId(who), kind, about, days.day('2024-01-09')],
    );
  }
}

async function setAside(story: Story): Promise<Asides> {
  const { services, tx, awardId, days } = story;
  const accounts = await services.accounts.ofAward(tx, awardId);
  for (const [on, sum] of drawdowns) {
    done(
      await services.posts.post(tx, {
        kind: 'drawdown',
        happenedOn: days.day(on),
        transfers: [{ from: accounts.drawnFromFunder, to: accounts.bank, pence: pounds(sum) }],
        memo: 'From the Long Purse Trust to Kettlewick Community Trust',
      }),
    );
  }
  const aside = async ({ on, name, purpose }: { on: string; name: string; purpose: 'theme' | 'chest' | 'ring_fence' }, sum: number) => {
    const decisionId = await story.decide({
      on,
      title: `Set aside: ${name.toLowerCase()}`,
      kind: purpose === 'ring_fence' ? 'ring_fence' : purpose === 'chest' ? 'chest' : 'set_aside',
      pounds: sum,
      votes: [8, 0, 0],
      reasons: `We want ${name.toLowerCase()} to be safe whatever else comes up.`,
      summary: `£${sum.toLocaleString('en-GB')} is kept for ${name.toLowerCase()}.`,
    });
    const made = done(
      await services.setsAside.setAside(tx, {
        awardId,
        purpose,
        name,
        amountPence: pounds(sum),
        happenedOn: days.day(on),
        decisionId,
        memo: name,
      }),
    );
    return made.accountId;
  };
  const skills = await aside({ on: '2021-06-08', name: 'Skills and support', purpose: 'ring_fence' }, 124_032);
  const smallGrants = await aside({ on: '2021-06-08', name: 'Small grants', purpose: 'chest' }, 66_380);
  await aside({ on: '2024-10-15', name: 'Reserve for the Old Bakery hub', purpose: 'theme' }, 60_000);
  return { unallocated: accounts.unallocated, skills, smallGrants };
}

async function tellHub(story: Story, asides: Asides): Promise<void> {
  const builder = await story.recipient('Harrowmere Building Co-operative', 'organisation', 'RS008812');
  const trust = await story.recipient('Old Bakery Community Hub', 'organisation', '1184420');
  const fit = await story.decide({
    on: '2021-09-14',
    title: 'Make the Old Bakery a hub',
    kind: 'spend',
    pounds: 120_000,
    recipientId: builder,
    votes: [7, 1, 0],
    reasons: 'There was nowhere to meet out of the rain. 431 people named it first.',
    summary: 'The empty bakery becomes a place for everybody, with heating, toilets and a kitchen.',
  });
  const works = await story.promise({
    decisionId: fit,
    title: 'Old Bakery hub: building works',
    recipientId: builder,
    amount: pounds(120_000),
    from: asides.unallocated,
    theme: 'Old Bakery hub',
    nature: 'capital',
    on: '2021-09-14',
  });
  await payAll(story, works, everyMonths({ first: '2021-10-18', months: 4, times: 3 }, 40_000, 'Building works at the Old Bakery'));
  await story.projectNow(works.projectId, {
    state: 'closed',
    learnt: 'Ask for the asbestos survey before the price. It cost us two months.',
  });
  const run = await story.decide({
    on: '2022-06-14',
    title: 'Keep the hub open',
    kind: 'spend',
    pounds: 36_710,
    recipientId: trust,
    votes: [8, 0, 0],
    reasons: 'A hub that is shut half the week is no hub.',
    summary: 'Heating, insurance and cleaning for the hub until the end of 2025.',
  });
  const running = await story.promise({
    decisionId: run,
    title: 'Old Bakery hub: running costs',
    recipientId: trust,
    amount: pounds(36_710),
    from: asides.unallocated,
    theme: 'Old Bakery hub',
    nature: 'revenue',
    on: '2022-06-14',
  });
  await payAll(story, running, [
    ...everyMonths({ first: '2022-07-04', months: 3, times: 11 }, 3_000, 'Heating, insurance and cleaning of the hub'),
    ...everyMonths({ first: '2025-04-07', months: 1, times: 1 }, 3_710, 'Heating, insurance and cleaning of the hub'),
  ]);
  await story.projectNow(running.projectId, { state: 'active', summary: 'The hub is open five days a week.' });
  const roof = await story.decide({
    on: '2026-09-08',
    title: 'A new roof for the hub',
    kind: 'spend',
    pounds: 62_000,
    recipientId: builder,
    votes: [8, 0, 0],
    reasons: 'It leaks over the stage. Three firms gave prices; this was the middle one with the longest guarantee.',
    summary: 'The Old Bakery gets a new roof before the next winter.',
  });
  const roofing = await story.promise({
    decisionId: roof,
    title: 'Hub roof',
    recipientId: builder,
    amount: pounds(62_000),
    from: asides.unallocated,
    theme: 'Old Bakery hub',
    nature: 'capital',
    on: '2026-09-08',
  });
  await story.projectNow(roofing.projectId, { state: 'active', nextStep: 'Scaffolding goes up', nextBy: '2027-01-12' });
}

async function tellWorker(story: Story, asides: Asides): Promise<void> {
  const wages = await story.recipient('Wages: our worker', 'wages');
  const first = await story.decide({
    on: '2021-07-13',
    title: 'A worker for the partnership',
    kind: 'spend',
    pounds: 100_000,
    recipientId: wages,
    votes: [7, 0, 1],
    reasons: 'We are volunteers with jobs. Somebody has to answer the phone.',
    summary: 'We employ a worker for four days a week.',
  });
  const early = await story.promise({
    decisionId: first,
    title: 'Our worker',
    recipientId: wages,
    amount: pounds(100_000),
    from: asides.unallocated,
    theme: 'Our worker',
    nature: 'revenue',
    on: '2021-07-13',
  });
  await payAll(
    story,
    early,
    everyMonths({ first: '2021-12-20', months: 3, times: 14 }, 7_118, 'Wages, one quarter').map((one) => ({ ...one, peopleCount: 1 })),
  );
  const second = await story.decide({
    on: '2025-04-08',
    title: 'Keep our worker until 2028',
    kind: 'spend',
    pounds: 104_208,
    recipientId: wages,
    votes: [8, 0, 0],
    reasons: 'Everything that was built in these years started with a knock on a door.',
    summary: 'Amara’s post goes on until 2028.',
  });
  // What the first promise still held goes back: 14 quarters cost £99,652.
  await story.release(early, { amount: pounds(348), to: asides.unallocated, on: '2025-05-20', memo: 'Left of the first promise' });
  const late = await story.promise({
    decisionId: second,
    title: 'Our worker',
    recipientId: wages,
    amount: pounds(104_208),
    from: asides.unallocated,
    theme: 'Our worker',
    nature: 'revenue',
    on: '2025-05-21',
    projectId: early.projectId,
  });
  await payAll(
    story,
    late,
    lastUnmatched(
      everyMonths({ first: '2025-06-20', months: 3, times: 6 }, 7_118, 'Wages, one quarter').map((one) => ({ ...one, peopleCount: 1 })),
    ),
  );
  await story.projectNow(early.projectId, { state: 'active', nextStep: 'Yearly review with the fund holder', nextBy: '2027-03-09' });
}

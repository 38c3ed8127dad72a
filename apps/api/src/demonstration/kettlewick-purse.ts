import type { LedgerAccountId } from '@pursestrings/basics/ids';
import { done, type Kept, pounds, type Story, type StoryPayment } from './story.ts';

/** Where the money of Kettlewick lies that is not promised yet. */
export interface Asides {
  readonly unallocated: LedgerAccountId;
  readonly skills: LedgerAccountId;
  readonly smallGrants: LedgerAccountId;
}

/** Everything up to the spring vote: drawdowns, what was set aside, the projects of five years. */
export async function tellFiveYears(story: Story): Promise<Asides> {
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
  const aside = async (on: string, name: string, purpose: 'theme' | 'chest' | 'ring_fence', sum: number) => {
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
  const skills = await aside('2021-06-08', 'Skills and support', 'ring_fence', 124_032);
  const smallGrants = await aside('2021-06-08', 'Small grants', 'chest', 66_380);
  await aside('2024-10-15', 'Reserve for the Old Bakery hub', 'theme', 60_000);
  return { unallocated: accounts.unallocated, skills, smallGrants };
}

/** Payments of one sum at regular months. */
function everyMonths(first: string, months: number, times: number, sum: number | string, purpose: string): StoryPayment[] {
  const [year = 2021, month = 1, day = 1] = first.split('-').map(Number);
  return Array.from({ length: times }, (_, turn) => {
    const at = month - 1 + turn * months;
    const on = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return { on, amount: pounds(sum), purpose };
  });
}

/** The newest was sent and is not seen on the bank's statement yet. */
function lastUnmatched(payments: readonly StoryPayment[]): StoryPayment[] {
  return payments.map((payment, at) => (at === payments.length - 1 ? { ...payment, unmatched: true } : payment));
}

async function payAll(story: Story, kept: Kept, payments: readonly StoryPayment[]): Promise<void> {
  for (const payment of payments) await story.pay(kept, payment);
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
  await payAll(story, works, everyMonths('2021-10-18', 4, 3, 40_000, 'Building works at the Old Bakery'));
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
    ...everyMonths('2022-07-04', 3, 11, 3_000, 'Heating, insurance and cleaning of the hub'),
    ...everyMonths('2025-04-07', 1, 1, 3_710, 'Heating, insurance and cleaning of the hub'),
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
    everyMonths('2021-12-20', 3, 14, 7_118, 'Wages, one quarter').map((one) => ({ ...one, peopleCount: 1 })),
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
    lastUnmatched(everyMonths('2025-06-20', 3, 6, 7_118, 'Wages, one quarter').map((one) => ({ ...one, peopleCount: 1 }))),
  );
  await story.projectNow(early.projectId, { state: 'active', nextStep: 'Yearly review with the fund holder', nextBy: '2027-03-09' });
}

async function tellYoungPeople(story: Story, asides: Asides): Promise<void> {
  const club = await story.recipient('Kettlewick Youth Club', 'organisation', '1172208');
  const nights = await story.decide({
    on: '2022-03-08',
    title: 'Youth nights, three evenings a week',
    kind: 'spend',
    pounds: 99_950,
    recipientId: club,
    votes: [8, 0, 0],
    reasons: 'Young people asked for one thing: somewhere to be that is not the bus shelter.',
    summary: 'The youth club opens on three evenings a week until 2028.',
  });
  const kept = await story.promise({
    decisionId: nights,
    title: 'Youth nights',
    recipientId: club,
    amount: pounds(99_950),
    from: asides.unallocated,
    theme: 'Young people',
    nature: 'revenue',
    on: '2022-03-08',
  });
  await payAll(story, kept, lastUnmatched(everyMonths('2022-12-11', 4, 12, 5_000, 'Youth nights, one term')));
  await story.projectNow(kept.projectId, { state: 'active', nextStep: 'Spring term begins', nextBy: '2027-01-05' });
  const trips = await story.decide({
    on: '2024-02-13',
    title: 'Summer trips and a bike workshop',
    kind: 'spend',
    pounds: 11_906,
    recipientId: club,
    votes: [7, 0, 0],
    reasons: 'Forty in a hundred homes here have no car. Many children had not seen the sea.',
    summary: 'Two summers of trips, and tools for the bike workshop.',
  });
  const tripsKept = await story.promise({
    decisionId: trips,
    title: 'Summer trips and bike workshop',
    recipientId: club,
    amount: pounds('11905.40'),
    from: asides.unallocated,
    theme: 'Young people',
    nature: 'revenue',
    on: '2024-02-13',
  });
  await payAll(story, tripsKept, [
    { on: '2024-07-22', amount: pounds('6425.40'), purpose: 'Coaches and entry, summer 2024' },
    { on: '2025-07-21', amount: pounds(5_000), purpose: 'Coaches and entry, summer 2025' },
    { on: '2025-09-01', amount: pounds(480), purpose: 'Tools for the bike workshop' },
  ]);
  await story.projectNow(tripsKept.projectId, { state: 'closed', learnt: 'Book the coaches in March. By May the price doubles.' });
}

async function tellStreets(story: Story, asides: Asides): Promise<void> {
  const green = await story.recipient('Elm Field Gardeners', 'organisation');
  const traders = await story.recipient('Baker Street Traders', 'organisation');
  const streets = await story.decide({
    on: '2022-02-08',
    title: 'Clean, green streets',
    kind: 'spend',
    pounds: 44_000,
    recipientId: green,
    votes: [6, 1, 1],
    reasons: 'Litter and dead verges were the second thing people named.',
    summary: 'Trees, bulbs, bins and two paid gardeners for three summers.',
  });
  const kept = await story.promise({
    decisionId: streets,
    title: 'Clean, green streets',
    recipientId: green,
    amount: pounds(44_000),
    from: asides.unallocated,
    theme: 'Streets and green places',
    nature: 'revenue',
    on: '2022-02-08',
  });
  await payAll(story, kept, [
    { on: '2022-10-10', amount: pounds(20_000), purpose: 'Gardeners, trees and bins, first summer' },
    { on: '2023-10-09', amount: pounds(15_000), purpose: 'Gardeners and bulbs, second summer' },
    { on: '2024-10-14', amount: pounds('8272.78'), purpose: 'Gardeners, third summer' },
  ]);
  const wrong = await story.pay(kept, { on: '2025-08-11', amount: pounds(480), purpose: 'Tools for the bike workshop' });
  const reason = 'This belonged to young people, not to the streets. It was put right on the same day as it was noticed.';
  done(
    await story.services.posts.reverse(story.tx, { reverses: wrong.entryId as never, happenedOn: story.days.day('2025-09-01'), reason }),
  );
  await story.tx.query(`UPDATE payment SET state = 'reversed', correction_note = $3 WHERE neighbourhood_id = $1 AND id = $2`, [
    story.tx.actor.neighbourhoodId,
    wrong.id,
    reason,
  ]);
  await story.release(kept, { amount: pounds('727.22'), to: asides.unallocated, on: '2025-09-30', memo: 'Finished under budget' });
  await story.projectNow(kept.projectId, { state: 'closed', learnt: 'Pay gardeners through the winter, or they are gone by spring.' });
  const market = await story.decide({
    on: '2023-09-12',
    title: 'A winter market',
    kind: 'spend',
    pounds: 6_500,
    recipientId: traders,
    votes: [7, 1, 0],
    reasons: 'Half the shops on Baker Street are empty in December.',
    summary: 'Stalls, lights and music on Baker Street for two weekends.',
  });
  const winter = await story.promise({
    decisionId: market,
    title: 'Winter market 2023',
    recipientId: traders,
    amount: pounds(6_500),
    from: asides.unallocated,
    theme: 'Streets and green places',
    nature: 'revenue',
    on: '2023-09-12',
  });
  await payAll(story, winter, [{ on: '2023-12-11', amount: pounds(5_870), purpose: 'Stalls, lights and music' }]);
  await story.release(winter, {
    amount: pounds(630),
    to: asides.unallocated,
    on: '2024-01-09',
    memo: 'The second weekend was stopped by a storm',
  });
  await story.projectNow(winter.projectId, {
    state: 'closed',
    learnt: 'A storm stopped the second weekend. Next time: a hall booked as well, and stalls that can be moved in an hour.',
  });
  const paths = await story.decide({
    on: '2026-03-10',
    title: 'New paths in Elm Field',
    kind: 'spend',
    pounds: 13_000,
    recipientId: green,
    votes: [8, 0, 0],
    reasons: 'Prams and wheelchairs sink in the mud from October to April.',
    summary: 'Firm paths from Mill Lane to the playground, sown with grass at the edges.',
  });
  const path = await story.promise({
    decisionId: paths,
    title: 'New paths in Elm Field',
    recipientId: green,
    amount: pounds(13_000),
    from: asides.unallocated,
    theme: 'Streets and green places',
    nature: 'capital',
    on: '2026-03-10',
  });
  await story.projectNow(path.projectId, {
    state: 'active',
    nextStep: 'Late because the seed supplier closed. Sowing in March',
    nextBy: '2026-11-09',
  });
}

async function tellSkills(story: Story, asides: Asides): Promise<void> {
  const college = await story.recipient('Harrowmere Adult College', 'organisation');
  const decisionId = await story.decide({
    on: '2022-01-11',
    title: 'Courses that people asked for',
    kind: 'ring_fence',
    pounds: 34_032,
    recipientId: college,
    votes: [8, 0, 0],
    reasons: 'This money is for people’s skills and nothing else.',
    summary: 'First aid, food hygiene, bookkeeping and chairing meetings, free for anyone here.',
  });
  const kept = await story.promise({
    decisionId,
    title: 'Skills and support',
    recipientId: college,
    amount: pounds(34_032),
    from: asides.skills,
    theme: 'Skills and support',
    nature: 'revenue',
    on: '2022-01-11',
  });
  await payAll(story, kept, everyMonths('2022-03-14', 8, 6, 5_672, 'Courses, one season'));
  await story.projectNow(kept.projectId, { state: 'closed', learnt: 'Evening courses need childcare, or the same six people come.' });
}

const grants: readonly (readonly [string, string, number])[] = [
  ['2021-11-09', 'Chapel lunch club', 5_000],
  ['2022-05-10', 'Allotment society', 5_000],
  ['2022-11-08', 'Boxing club', 5_000],
  ['2023-06-13', 'Brass band', 5_000],
  ['2024-04-09', 'Knit and natter', 5_000],
  ['2024-11-12', 'Scout hut', 5_000],
  ['2025-06-10', 'Sunday football', 6_380],
  ['2026-02-10', 'Repair café', 5_000],
];

async function tellSmallGrants(story: Story, asides: Asides): Promise<void> {
  for (const [on, name, sum] of grants) {
    const recipientId = await story.recipient(name);
    const decisionId = await story.decide({
      on,
      title: `Small grant: ${name}`,
      kind: 'chest',
      pounds: sum,
      recipientId,
      votes: [6, 0, 0],
      reasons: 'Within the limits for small grants, and nobody else pays for it.',
      summary: `${name} gets a small grant for the year.`,
    });
    const kept = await story.promise({
      decisionId,
      title: `Small grant: ${name}`,
      recipientId,
      amount: pounds(sum),
      from: asides.smallGrants,
      theme: 'Small grants',
      nature: 'revenue',
      on,
    });
    await story.pay(kept, { on: on.replace(/-\d\d$/, '-25'), amount: pounds(sum), purpose: `Small grant to ${name}` });
    await story.projectNow(kept.projectId, { state: 'closed' });
  }
}

import type { Asides } from './asides.ts';
import { everyMonths, lastUnmatched, payAll } from './payments-in-a-row.ts';
import { done, pounds, type Story } from './story.ts';

/** Youth nights, summer trips, the bike workshop. */
export async function tellYoungPeople(story: Story, asides: Asides): Promise<void> {
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
  await payAll(story, kept, lastUnmatched(everyMonths({ first: '2022-12-11', months: 4, times: 12 }, 5_000, 'Youth nights, one term')));
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

/** Streets, the winter market, paths; and a payment under the wrong theme, put right in public. */
export async function tellStreets(story: Story, asides: Asides): Promise<void> {
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
  await tellMarketAndPaths(story, asides, { green, traders });
}

async function tellMarketAndPaths(
  story: Story,
  asides: Asides,
  { green, traders }: { readonly green: string; readonly traders: string },
): Promise<void> {
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

/** Courses out of the ring-fenced money. */
export async function tellSkills(story: Story, asides: Asides): Promise<void> {
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
  await payAll(story, kept, everyMonths({ first: '2022-03-14', months: 8, times: 6 }, 5_672, 'Courses, one season'));
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

/** Eight small grants out of the chest. */
export async function tellSmallGrants(story: Story, asides: Asides): Promise<void> {
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

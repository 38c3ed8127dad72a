import { emptyHome, homeView } from './home-view.ts';

test('moments become words in UK time, without the year', () => {
  const view = homeView({
    ...emptyHome,
    purse: { totalPence: 100, spentPence: 10, promisedPence: 20, setAsidePence: 30, freePence: 40, endsOn: '2033-03-31' },
    round: {
      slug: 'a',
      title: 'a',
      state: 'open',
      proposals: 9,
      potPence: 4_000_000,
      opensAt: '2026-06-01T08:00:00Z',
      closesAt: '2026-12-11T17:00:00Z',
      votingAge: 11,
      paperWhere: null,
    },
    meeting: { startsAt: '2026-12-01T19:00:00Z', where: 'Old Bakery hub', items: 4, papersPublished: true },
    ideas: { readBy: 'Denise', answeredBy: '2026-12-04' },
  });
  expect(view.purse?.until).toBe('March 2033');
  expect(view.round?.opens).toBe('Monday 1 June at 9am');
  expect(view.round?.closes).toBe('Friday 11 December at 5pm');
  expect(view.meeting?.when).toBe('Tuesday 1 December, 7pm');
  expect(view.ideas.answeredBy).toBe('Friday 4 December');
});

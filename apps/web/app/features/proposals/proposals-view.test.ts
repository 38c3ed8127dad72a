import { shortened } from '../../layout/shortened.ts';
import { cardView, listQuery, proposalView } from './proposals-view.ts';
import { nextStep, pageHref } from './proposals-words.ts';

const asked = (search: string) => listQuery(new URLSearchParams(search));

test('an address of the list that does not fit still shows a list', () => {
  expect(asked('page=2&stage=ready&words= bus ')).toEqual({ page: 2, stage: 'ready', words: 'bus' });
  for (const page of ['0', '-1', 'x', '1.5', '99999']) expect(asked(`page=${page}`).page).toBe(1);
  expect(asked('stage=sent').stage).toBeUndefined();
  expect(asked('stage=drafts&words=').words).toBeUndefined();
  expect(asked(`words=${'x'.repeat(200)}`).words).toHaveLength(100);
});

test('another page of the list keeps what was looked for', () => {
  expect(pageHref(asked('words=skate ramp&stage=ready'), 3)).toBe('?words=skate+ramp&stage=ready&page=3');
  expect(pageHref(asked(''), 1)).toBe('?');
});

test('a long text is cut after a whole word', () => {
  expect(shortened('Ovens\nand pans', 80)).toBe('Ovens and pans');
  expect(shortened('Ovens, pans and a long table', 12)).toBe('Ovens, pans …');
  expect(shortened('x'.repeat(40), 10)).toBe('xxxxxxxxxx'.slice(0, 5).concat(' …'));
});

test('sums and days become words', () => {
  const card = { slug: 'a', title: 'a', what: 'b', stage: 'ready', nextStep: null, supports: 1, comments: 0 } as const;
  expect(cardView({ ...card, costPence: 960_000, nextBy: '2026-12-11' })).toMatchObject({
    cost: '£9,600',
    nextBy: 'Friday 11 December 2026',
  });
  expect(cardView({ ...card, costPence: null, nextBy: null }).cost).toBeNull();
  const proposal = {
    ...card,
    id: 'i',
    why: '',
    who: '',
    where: '',
    state: 'ready',
    reason: null,
    proposedBy: null,
    supported: false,
    followed: false,
  };
  const comments = [{ id: 'c', by: 'Halina', saidAs: 'resident', words: 'Yes', on: '2026-12-04' }] as const;
  expect(proposalView({ ...proposal, costPence: 1, nextBy: null, publishedOn: '2026-12-01', comments: [...comments] })).toMatchObject({
    cost: '£0.01',
    publishedOn: 'Tuesday 1 December 2026',
    comments: [{ on: 'Friday 4 December 2026' }],
  });
});

test('the next step is what was written, else what is usual for its state, else for its stage', () => {
  const usually = { ready: 'it waits', on_ballot: 'neighbours vote' };
  expect(nextStep({ nextStep: 'a meeting.', state: 'ready', stage: 'ready' }, usually)).toBe('a meeting');
  expect(nextStep({ nextStep: null, state: 'on_ballot', stage: 'ready' }, usually)).toBe('neighbours vote');
  expect(nextStep({ nextStep: null, state: 'x', stage: 'ready' }, usually)).toBe('it waits');
  expect(nextStep({ nextStep: null, stage: 'not_this_time' }, usually)).toBeNull();
});

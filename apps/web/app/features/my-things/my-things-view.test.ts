import { noticeView, ownProposalAddress } from './my-things-view.ts';

const notice = {
  id: 'n',
  subject: 'Kettlewick: Your proposal is public',
  words:
    '‘Benches’ is now on the website.\n\nhttp://localhost:3000/kettlewick/proposals/benches-abc234\n\nYou get this letter because …\nTo stop these letters: …',
  madeAt: '2026-12-11T17:00:00Z',
  state: 'sent',
} as const;

test('a letter is shown without its closing lines, and leads to its page', () => {
  expect(noticeView(notice, 'kettlewick')).toMatchObject({
    words: '‘Benches’ is now on the website.',
    address: '/kettlewick/proposals/benches-abc234',
    on: 'Friday 11 December 2026 at 5pm',
    failed: false,
  });
});

test('a link to anywhere else is no link of ours, and a letter that failed says so', () => {
  expect(noticeView({ ...notice, words: 'Hello\n\nhttps://other.test/elsewhere' }, 'kettlewick').address).toBeNull();
  expect(noticeView({ ...notice, words: 'Only words', state: 'failed' }, 'kettlewick')).toMatchObject({
    words: 'Only words',
    address: null,
    failed: true,
  });
});

test('one’s own proposal is read on its public page once there is one', () => {
  expect(ownProposalAddress('kettlewick', { id: 'i', slug: null })).toBe('/kettlewick/my-proposals/i');
  expect(ownProposalAddress('kettlewick', { id: 'i', slug: 'benches-abc234' })).toBe('/kettlewick/proposals/benches-abc234');
});

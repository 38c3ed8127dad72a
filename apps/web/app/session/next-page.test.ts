import { afterSigningIn, nextPage, passingOn } from './next-page.ts';

const asked = (next: string) => nextPage(new Request(`https://place.test/sign-in?next=${encodeURIComponent(next)}`));

test('signing in leads back to a page of this site, and to no other', () => {
  expect(asked('/kettlewick/votes/spring?x=1')).toBe('/kettlewick/votes/spring?x=1');
  for (const away of ['https://other.test/', '//other.test', '/\\other.test', 'javascript:alert(1)', '', 'kettlewick', '/\t/other.test']) {
    const led = asked(away);
    expect(led === null || new URL(led, 'https://place.test').origin === 'https://place.test').toBe(true);
    expect(led ?? '/').toMatch(/^\/(?!\/)/);
  }
});

test('an office asks for its second factor on the way', () => {
  expect(afterSigningIn({ secondFactor: 'needed', place: 'kettlewick' }, null)).toBe('/sign-in/second-factor?next=%2Fkettlewick');
  expect(afterSigningIn({ secondFactor: 'to-set-up', place: null }, '/x')).toBe('/me/second-factor?next=%2Fx');
  expect(afterSigningIn({ secondFactor: 'not-needed', place: null }, null)).toBe('/me');
  expect(passingOn('/sign-in/code?letter=1', '/a b')).toBe('/sign-in/code?letter=1&next=%2Fa%20b');
});

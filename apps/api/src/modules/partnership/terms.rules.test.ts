import { defaultTerms, quorumOf } from './terms.rules.ts';

test.each([
  [0, 3],
  [8, 3],
  [9, 3],
  [10, 4],
  [12, 4],
  [13, 5],
])('by the defaults a partnership of %i needs %i', (members, needed) => {
  expect(quorumOf(defaultTerms, members)).toBe(needed);
});

test('a half is rounded up', () => {
  expect(quorumOf({ quorumNumerator: 1, quorumDenominator: 2, quorumLeast: 3 }, 9)).toBe(5);
});

import { partsOf } from './letter-words.tsx';

const here = 'http://localhost:3000';

test('links to this site lead there, and no others', () => {
  expect(partsOf(`To stop: ${here}/kettlewick/letters-off/a/b`, here)).toEqual([
    { words: 'To stop: ', href: null },
    { words: `${here}/kettlewick/letters-off/a/b`, href: '/kettlewick/letters-off/a/b' },
  ]);
  expect(partsOf(here, here)).toEqual([{ words: here, href: '/' }]);
  for (const line of ['http://localhost:3000.other.test/x', 'https://other.test', 'javascript:alert(1)', 'http://']) {
    expect(partsOf(line, here).every((part) => part.href === null)).toBe(true);
  }
});

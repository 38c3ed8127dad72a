import { pence } from '@pursestrings/basics/money';
import { renderToStaticMarkup } from 'react-dom/server';
import { PurseBar, type PursePart, pieces } from './purse-bar.tsx';

const kettlewick: readonly PursePart[] = [
  { kind: 'spent', pence: pence(51_234_018), href: '/kettlewick/money#spent' },
  { kind: 'promised', pence: pence(18_790_000) },
  { kind: 'aside', pence: pence(21_500_000) },
  { kind: 'free', pence: pence(38_231_556) },
];

test('pieces meet exactly and fill the bar', () => {
  const drawn = pieces(kettlewick, pence(129_755_574));
  for (const [index, piece] of drawn.entries()) {
    const next = drawn[index + 1];
    expect(piece.from + piece.width).toBeCloseTo(next === undefined ? 100 : next.from, 10);
  }
  expect(drawn.map((piece) => piece.kind)).toEqual(['spent', 'promised', 'aside', 'free']);
});

test('a part of nothing has no piece, and an empty purse has none', () => {
  expect(
    pieces(
      [
        { kind: 'spent', pence: pence(0) },
        { kind: 'free', pence: pence(5) },
      ],
      pence(5),
    ),
  ).toEqual([{ kind: 'free', from: 0, width: 100 }]);
  expect(pieces(kettlewick, pence(0))).toEqual([]);
});

test('parts that exceed the total stop at the end of the bar', () => {
  expect(
    pieces(
      [
        { kind: 'spent', pence: pence(8) },
        { kind: 'promised', pence: pence(8) },
      ],
      pence(10),
    ),
  ).toEqual([
    { kind: 'spent', from: 0, width: 80 },
    { kind: 'promised', from: 80, width: 20 },
  ]);
});

test('the bar says in words what it shows, in whole pounds and about percents', () => {
  const html = renderToStaticMarkup(<PurseBar parts={kettlewick} />);
  expect(html).toContain(
    'aria-label="Of £1,297,555: spent 39%, promised to projects 14%, set aside, no project yet 17%, still to decide 29%"',
  );
  expect(html).toContain('<a href="/kettlewick/money#spent">£512,340</a>');
  expect(html).not.toContain('style=');
});

test('an empty purse is said in words', () => {
  expect(renderToStaticMarkup(<PurseBar parts={[]} />)).toBe('<p class="hush">There is nothing in the purse yet.</p>');
});

import { createHash } from 'node:crypto';
import { sha256Hex } from './sha256.ts';
import { drawTieOrder } from './tie-order.ts';

const seed = '5f3c9a7be2d14c6088aa10ff77e3b291';
const even = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, cost: 1000, supporters: 5 }));

test('our SHA-256 is SHA-256', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 5000]) {
    const text = 'päivää ✓'.repeat(length).slice(0, length);
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('lowest cost first, then most supporters, then the lot', () => {
  const projects = [
    { id: 'dear', cost: 2000, supporters: 90 },
    { id: 'cheap', cost: 500, supporters: 1 },
    { id: 'backed', cost: 1000, supporters: 6 },
    ...even,
  ];
  const order = drawTieOrder(seed, projects);
  expect(order.slice(0, 2)).toEqual(['cheap', 'backed']);
  expect(order.at(-1)).toBe('dear');
  const lot = (id: string): string => createHash('sha256').update(`pb-lot/1\n${seed}\n${id}`).digest('hex');
  expect(order.slice(2, -1)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].sort((x, y) => (lot(x) < lot(y) ? -1 : 1)));
});

test('L1: the order in which projects are listed changes nothing', () => {
  expect(drawTieOrder(seed, even.toReversed())).toEqual(drawTieOrder(seed, even));
});

test('L2: the same seed gives the same order, in any case of its letters; another seed another', () => {
  expect(drawTieOrder(seed.toUpperCase(), even)).toEqual(drawTieOrder(seed, even));
  const orders = new Set(Array.from({ length: 40 }, (_, n) => drawTieOrder(sha256Hex(String(n)), even).join()));
  expect(orders.size).toBeGreaterThan(30);
});

test('a seed that is no seed is refused', () => {
  expect(() => drawTieOrder('xyz', even)).toThrow(RangeError);
  expect(() => drawTieOrder('abc', even)).toThrow(RangeError);
});

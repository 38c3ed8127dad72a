import { pence } from '@pursestrings/basics/money';
import fc from 'fast-check';
import { type AllocationInput, allocate } from './allocation.rules.ts';

const longPurse: AllocationInput = {
  rule: 'by_need',
  totalPence: pence(3_600_000_00),
  floorPence: null,
  ceilingPence: null,
  places: [
    { code: 'kettlewick', population: 7_840, needIndex: '120' },
    { code: 'marram-top', population: 9_260, needIndex: '100' },
    { code: 'staithe-row', population: 5_310, needIndex: '140' },
  ],
};

function sharesOf(input: AllocationInput): Record<string, number> {
  const allocated = allocate(input);
  if (!allocated.ok) throw new Error(allocated.problem.code);
  return Object.fromEntries(allocated.value.shares.map(({ code, sharePence }) => [code, sharePence]));
}

test('the demonstration: people times index share £3,600,000 to the penny', () => {
  expect(sharesOf(longPurse)).toEqual({ kettlewick: 1_297_555_74, 'marram-top': 1_277_143_52, 'staithe-row': 1_025_300_74 });
});

test('equal shares hand the last pence out by code; per head by the largest remainder', () => {
  const small = { ...longPurse, totalPence: pence(1_00) };
  expect(sharesOf({ ...small, rule: 'equal' })).toEqual({ kettlewick: 34, 'marram-top': 33, 'staithe-row': 33 });
  expect(sharesOf({ ...small, rule: 'per_head' })).toEqual({ kettlewick: 35, 'marram-top': 41, 'staithe-row': 24 });
});

test('an index with decimals counts exactly, and one that is missing is asked for', () => {
  const places = [
    { code: 'a', population: 10, needIndex: '0.1' },
    { code: 'b', population: 10, needIndex: '0.2' },
  ];
  expect(sharesOf({ ...longPurse, totalPence: pence(300), places })).toEqual({ a: 100, b: 200 });
  expect(allocate({ ...longPurse, places: [{ code: 'a', population: 1, needIndex: null }] })).toMatchObject({
    problem: { code: 'index-missing' },
  });
  expect(allocate({ ...longPurse, places: [{ code: 'a', population: 0, needIndex: '5' }] })).toMatchObject({
    problem: { code: 'nothing-to-share-by' },
  });
});

test('a floor that binds is fixed and the rest is shared again; so is a ceiling', () => {
  const withFloor = sharesOf({ ...longPurse, floorPence: pence(1_100_000_00) });
  expect(withFloor['staithe-row']).toBe(1_100_000_00);
  expect(withFloor).toEqual({ 'staithe-row': 1_100_000_00, kettlewick: 1_259_910_01, 'marram-top': 1_240_089_99 });
  const withCeiling = sharesOf({ ...longPurse, ceilingPence: pence(1_250_000_00) });
  expect(withCeiling).toEqual({ kettlewick: 1_250_000_00, 'marram-top': 1_250_000_00, 'staithe-row': 1_100_000_00 });
  expect(allocate({ ...longPurse, floorPence: pence(1_200_000_01) })).toMatchObject({ problem: { code: 'floor-too-high' } });
  expect(allocate({ ...longPurse, ceilingPence: pence(1_199_999_99) })).toMatchObject({ problem: { code: 'ceiling-too-low' } });
});

test('L1: shares add up to the total, keep their bounds, and do not depend on the order of places', () => {
  const place = fc.record({
    population: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000 })),
    index: fc.integer({ min: 0, max: 2_000_000 }),
  });
  const drawn = fc.record({
    places: fc.array(place, { minLength: 1, maxLength: 30 }),
    total: fc.integer({ min: 1, max: 100_000_000_00 }),
    rule: fc.constantFrom('equal', 'per_head', 'by_need'),
    floor: fc.option(fc.integer({ min: 0, max: 1_000_000_00 })),
    above: fc.option(fc.integer({ min: 1, max: 1_000_000_00 })),
  });
  fc.assert(
    fc.property(drawn, ({ places, total, rule, floor, above }) => {
      const input: AllocationInput = {
        rule: rule as AllocationInput['rule'],
        totalPence: pence(total),
        floorPence: floor === null ? null : pence(floor),
        ceilingPence: above === null ? null : pence((floor ?? 0) + above),
        places: places.map(({ population, index }, at) => ({
          code: `place-${String(at).padStart(2, '0')}`,
          population,
          needIndex: `${Math.trunc(index / 10_000)}.${String(index % 10_000).padStart(4, '0')}`,
        })),
      };
      const allocated = allocate(input);
      if (!allocated.ok) return;
      const { shares } = allocated.value;
      expect(shares.reduce((sum, share) => sum + share.sharePence, 0)).toBe(total);
      for (const { sharePence } of shares) {
        expect(sharePence).toBeGreaterThanOrEqual(input.floorPence ?? 0);
        expect(sharePence).toBeLessThanOrEqual(input.ceilingPence ?? total);
      }
      expect(sharesOf({ ...input, places: input.places.toReversed() })).toEqual(sharesOf(input));
    }),
    { numRuns: 2_000 },
  );
});

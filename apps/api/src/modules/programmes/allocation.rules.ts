import { type Pence, pence } from '@pursestrings/basics/money';
import { ok, problem, type Result } from '@pursestrings/basics/result';

/** How a programme's sum is shared: the same for each place, by people, or by people times need. */
export type AllocationRule = 'equal' | 'per_head' | 'by_need';

/** What one place brings to the sharing. `needIndex` is a decimal of at most four places, as the funder's source gives it. */
export interface PlaceInput {
  /** Breaks ties, and keeps the order: the neighbourhood's own code. */
  readonly code: string;
  readonly population: number;
  readonly needIndex: string | null;
}

export interface AllocationInput {
  readonly rule: AllocationRule;
  readonly totalPence: Pence;
  readonly floorPence: Pence | null;
  readonly ceilingPence: Pence | null;
  readonly places: readonly PlaceInput[];
}

/** A place fixed at the floor or ceiling before the rest was shared again. */
export interface BoundShare {
  readonly code: string;
  readonly at: 'floor' | 'ceiling';
}

/** One place's share, and how it came about. `weight` is exact, in ten-thousandths. */
export interface Share {
  readonly code: string;
  readonly weight: bigint;
  /** Whole pence before the last ones were handed out. */
  readonly roundedDownPence: Pence;
  /** What was cut off, as a fraction over `weightOfAll` of the step in which it was shared. */
  readonly remainder: bigint;
  readonly gotALastPenny: boolean;
  readonly bound: 'floor' | 'ceiling' | null;
  readonly sharePence: Pence;
}

export interface Allocation {
  readonly shares: readonly Share[];
  /** In the order in which they bound. */
  readonly bounds: readonly BoundShare[];
  /** The weight of the places that shared the rest. */
  readonly weightOfAll: bigint;
  /** What those places shared. */
  readonly sharedPence: Pence;
}

export type AllocationProblem =
  | { readonly code: 'nothing-to-share-by' }
  | { readonly code: 'index-missing' }
  | { readonly code: 'floor-too-high' }
  | { readonly code: 'ceiling-too-low' };

interface Weighed {
  readonly code: string;
  readonly weight: bigint;
}

/**
 * Shares a sum exactly, by the largest remainder: each place gets its part in whole pence, rounded down, and the pence left
 * over go one each to the largest remainders, ties by code. A floor or ceiling that binds is fixed, and the rest shared again.
 * The shares add up to the total to the penny, and do not depend on the order of `places`; they come back in the order of codes.
 */
export function allocate(input: AllocationInput): Result<Allocation, AllocationProblem> {
  const weighed = weigh(input);
  if (!weighed.ok) return weighed;
  const total = BigInt(input.totalPence);
  const count = BigInt(weighed.value.length);
  if (input.floorPence !== null && BigInt(input.floorPence) * count > total) return problem({ code: 'floor-too-high' });
  if (input.ceilingPence !== null && BigInt(input.ceilingPence) * count < total) return problem({ code: 'ceiling-too-low' });

  const bounds: BoundShare[] = [];
  let free = weighed.value;
  let rest = total;
  for (;;) {
    const bound = whoIsBound(free, rest, input);
    if (bound.length === 0) break;
    for (const { at } of bound) rest -= BigInt(boundAt(input, at));
    bounds.push(...bound);
    const fixed = new Set(bound.map(({ code }) => code));
    free = free.filter(({ code }) => !fixed.has(code));
  }
  const weightOfAll = sum(free.map(({ weight }) => weight));
  // The places that are left weigh nothing, and something is left to share.
  if (weightOfAll === 0n && rest !== 0n) return problem({ code: 'nothing-to-share-by' });
  const shared = shareOut(free, rest, weightOfAll);
  const shares = weighed.value.map((place) => shared.get(place.code) ?? boundShare(place, bounds, input));
  return ok({ shares, bounds, weightOfAll, sharedPence: pence(Number(rest)) });
}

/** Each place's weight in ten-thousandths, by code. */
function weigh({ rule, places }: AllocationInput): Result<readonly Weighed[], AllocationProblem> {
  const weighed: Weighed[] = [];
  for (const place of places.toSorted((a, b) => compareCodes(a.code, b.code))) {
    if (rule === 'by_need' && place.needIndex === null) return problem({ code: 'index-missing' });
    const index = rule === 'by_need' ? tenThousandths(place.needIndex ?? '0') : 10_000n;
    weighed.push({ code: place.code, weight: rule === 'equal' ? 10_000n : BigInt(place.population) * index });
  }
  if (sum(weighed.map(({ weight }) => weight)) === 0n) return problem({ code: 'nothing-to-share-by' });
  return ok(weighed);
}

/**
 * The places whose part of `rest` lies below the floor or above the ceiling. Where both happen, the side that is off by more is
 * fixed first: fixing it can only bring the other side nearer to its bound.
 */
function whoIsBound(free: readonly Weighed[], rest: bigint, { floorPence, ceilingPence }: AllocationInput): BoundShare[] {
  const all = sum(free.map(({ weight }) => weight));
  if (all === 0n) return floorPence === null || floorPence === 0 ? [] : free.map(({ code }) => ({ code, at: 'floor' as const }));
  const below = floorPence === null ? [] : free.filter(({ weight }) => rest * weight < BigInt(floorPence) * all);
  const above = ceilingPence === null ? [] : free.filter(({ weight }) => rest * weight > BigInt(ceilingPence) * all);
  const shortBy = sum(below.map(({ weight }) => BigInt(floorPence ?? 0) * all - rest * weight));
  const overBy = sum(above.map(({ weight }) => rest * weight - BigInt(ceilingPence ?? 0) * all));
  if (below.length > 0 && shortBy >= overBy) return below.map(({ code }) => ({ code, at: 'floor' }));
  return above.map(({ code }) => ({ code, at: 'ceiling' }));
}

function shareOut(free: readonly Weighed[], rest: bigint, weightOfAll: bigint): Map<string, Share> {
  if (weightOfAll === 0n)
    return new Map(
      free.map((place) => [
        place.code,
        { ...place, roundedDownPence: pence(0), remainder: 0n, gotALastPenny: false, bound: null, sharePence: pence(0) },
      ]),
    );
  const parts = free.map((place) => ({ place, down: (rest * place.weight) / weightOfAll, remainder: (rest * place.weight) % weightOfAll }));
  const lastPence = Number(rest - sum(parts.map(({ down }) => down)));
  const byRemainder = parts.toSorted((a, b) => compareBig(b.remainder, a.remainder) || compareCodes(a.place.code, b.place.code));
  const lucky = new Set(byRemainder.slice(0, lastPence).map(({ place }) => place.code));
  return new Map(
    parts.map(({ place, down, remainder }) => {
      const gotALastPenny = lucky.has(place.code);
      const roundedDownPence = pence(Number(down));
      const sharePence = pence(roundedDownPence + (gotALastPenny ? 1 : 0));
      return [place.code, { ...place, roundedDownPence, remainder, gotALastPenny, bound: null, sharePence }];
    }),
  );
}

function boundShare(place: Weighed, bounds: readonly BoundShare[], input: AllocationInput): Share {
  const bound = bounds.find(({ code }) => code === place.code)?.at;
  if (bound === undefined) throw new Error(`${place.code} has no share.`);
  const sharePence = boundAt(input, bound);
  return { ...place, roundedDownPence: sharePence, remainder: 0n, gotALastPenny: false, bound, sharePence };
}

function boundAt({ floorPence, ceilingPence }: AllocationInput, at: 'floor' | 'ceiling'): Pence {
  return (at === 'floor' ? floorPence : ceilingPence) ?? pence(0);
}

/** A decimal such as '120' or '23.45' in ten-thousandths, exactly. Throws for anything else, since the contract let it through. */
function tenThousandths(text: string): bigint {
  const match = /^(\d{1,8})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) throw new RangeError(`A need index must be a decimal of at most four places, got ${text}.`);
  return BigInt(match[1] ?? '0') * 10_000n + BigInt((match[2] ?? '').padEnd(4, '0'));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

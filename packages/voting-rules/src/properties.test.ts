import fc from 'fast-check';
import { count } from './count.ts';
import { decide } from './decide.ts';
import { referenceCount } from './reference-count.ts';
import type { Ballot, BallotType, CountInput } from './round.ts';
import { type EqualSharesRule, type Rule, ruleByName } from './rules.ts';
import { replayRun } from './share-replay.ts';
import { sharesSetting } from './shares-setting.ts';

const tickRules = [
  'greedy_by_score',
  'greedy_by_score_no_skip',
  'greedy_by_score_threshold_3',
  'greedy_by_score_per_cost',
  'phragmen',
  'mes_cost',
  'mes_unit',
  'mes_cost_u',
  'mes_cost_add1',
  'mes_cost_add1_noexh',
  'mes_cost_add1_floor_u',
  'mes_unit_add1_u',
  'mes_cost_add1_u_comparison',
];
const pointRules = [...tickRules, 'mes_points', 'mes_points_add1_u', 'mes_points_x_cost', 'mes_points_x_cost_add1'];

function ruleOf(name: string, minimumSupport: number): Rule {
  const rule = ruleByName(name);
  if (!rule) throw new Error(`The rule ${name} is not known.`);
  return { ...rule, minimumSupport };
}

/** Small elections, rich in ties: few different costs, many equal ballots, exclusive groups, projects that are free or too dear. */
const elections: fc.Arbitrary<{ input: CountInput; rule: Rule }> = fc
  .record({
    ballotType: fc.constantFrom<BallotType>('approval', 'points', 'ranked'),
    costs: fc.array(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constantFrom(0, 35) }), {
      minLength: 1,
      maxLength: 7,
    }),
    groups: fc.array(fc.constantFrom(undefined, undefined, undefined, 'a', 'b'), { minLength: 7, maxLength: 7 }),
    pot: fc.integer({ min: 0, max: 40 }),
    rows: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 7 }), { maxLength: 14 }),
    points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
    ruleAt: fc.nat(),
    minimumSupport: fc.constantFrom(0, 1, 2),
  })
  .map(({ ballotType, costs, groups, pot, rows, points, ruleAt, minimumSupport }) => {
    const projects = costs.map((cost, at) => {
      const group = groups[at];
      return { id: `p${at * 7}`, cost, ...(group ? { exclusiveGroup: group } : {}) };
    });
    const ballots = rows.map((row): Ballot => {
      const choices = row.filter((at) => at < costs.length).map((at) => `p${at * 7}`);
      return ballotType === 'points' ? { choices, points: choices.map((_, place) => points[(place + row.length) % 7] ?? 0) } : { choices };
    });
    const names = ballotType === 'approval' ? tickRules : pointRules;
    return {
      input: { pot, unitsPerPound: 1, ballotType, projects, ballots },
      rule: ruleOf(names[ruleAt % names.length] ?? '', minimumSupport),
    };
  });

const runs = { numRuns: 1500 };
const idsOf = (input: CountInput, rule: Rule, forceExact = false): string[] => {
  const { chosen, round } = decide(input, rule, { forceExact });
  return chosen.map((p) => round.ids[p] ?? '');
};

test('the engine chooses what the plain definition chooses, in the same order', () => {
  fc.assert(
    fc.property(elections, ({ input, rule }) => {
      expect(idsOf(input, rule)).toEqual(referenceCount(input, rule));
    }),
    runs,
  );
});

test('forced exact fractions give the same document, byte for byte', () => {
  fc.assert(
    fc.property(elections, ({ input, rule }) => {
      expect(JSON.stringify(count(input, rule, { forceExact: true }))).toBe(JSON.stringify(count(input, rule)));
    }),
    { numRuns: 300 },
  );
});

test('L1: reordering projects and ballots changes no byte', () => {
  fc.assert(
    fc.property(elections, fc.infiniteStream(fc.nat()), ({ input, rule }, stream) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => [stream.next().value as number, one] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, one]) => one);
      const ballots = input.ballots as readonly Ballot[];
      const other = { ...input, projects: shuffled(input.projects), ballots: shuffled(ballots) };
      expect(JSON.stringify(count(other, rule))).toBe(JSON.stringify(count(input, rule)));
    }),
    { numRuns: 300 },
  );
});

test('L1: other ids in the same tie order change nothing but the ids', () => {
  fc.assert(
    fc.property(elections, ({ input, rule }) => {
      const renamed = (id: string): string => `${99 - Number(id.slice(1))} again`;
      const tieOrder = input.projects.map(({ id }) => id).toSorted();
      const ballots = (input.ballots as readonly Ballot[]).map((ballot) => ({ ...ballot, choices: ballot.choices.map(renamed) }));
      const projects = input.projects.map((project) => ({ ...project, id: renamed(project.id) }));
      const other = { ...input, projects, ballots, tieOrder: tieOrder.map(renamed) };
      expect(idsOf(other, rule)).toEqual(idsOf({ ...input, tieOrder }, rule).map(renamed));
    }),
    runs,
  );
});

test('no rule spends over the pot, chooses twice, or chooses two of a group', () => {
  fc.assert(
    fc.property(elections, ({ input, rule }) => {
      const chosen = idsOf(input, rule).map((id) => input.projects.find((project) => project.id === id));
      expect(chosen.reduce((sum, project) => sum + (project?.cost ?? 0), 0)).toBeLessThanOrEqual(input.pot);
      expect(new Set(chosen).size).toBe(chosen.length);
      const groups = chosen.map((project) => project?.exclusiveGroup).filter((group) => group !== undefined);
      expect(new Set(groups).size).toBe(groups.length);
    }),
    runs,
  );
});

/**
 * Priceability (Peters and Skowron, 2020), from the run's own payments: nobody pays more than the share or for what they do not support, each
 * chosen project is paid in full, and supporters of one that was not chosen have too little left for it together.
 */
test('equal shares gives proportional groups their due: its outcome is priceable by its own payments', () => {
  const shareRules = ['mes_cost', 'mes_unit', 'mes_cost_add1', 'mes_unit_add1'];
  fc.assert(
    fc.property(elections, fc.nat(), ({ input }, at) => {
      const rule = ruleOf(shareRules[at % 4] ?? '', 1) as EqualSharesRule;
      const plain = { ...input, projects: input.projects.map(({ id, cost }) => ({ id, cost })) };
      const { round, shares } = decide(plain, rule);
      if (!shares) throw new Error('There are no shares.');
      const chosen = shares.run.chosen.slice(shares.run.free);
      const all = [...round.ids.keys()].filter((p) => (round.votes[p] ?? 0) > 0);
      const replay = replayRun(sharesSetting(round, rule.utility), { start: shares.final, chosen, follow: all });
      for (const step of replay.steps) {
        const paid = replay.money.get(step.project)?.gone.find(({ project }) => project === step.project)?.paid;
        expect(paid?.numerator).toBe(BigInt(round.costs[step.project] ?? 0) * (paid?.denominator ?? 1n));
      }
      for (const p of all) {
        const { left, gone } = replay.money.get(p) ?? { left: { numerator: 0n, denominator: 1n }, gone: [] };
        expect(left.numerator).toBeGreaterThanOrEqual(0n);
        // What supporters had is what they paid and what they have left.
        let [top, bottom] = [left.numerator, left.denominator];
        for (const { paid } of gone) [top, bottom] = [top * paid.denominator + paid.numerator * bottom, bottom * paid.denominator];
        expect(top * shares.final.denominator).toBe(BigInt(round.votes[p] ?? 0) * shares.final.numerator * bottom);
        if (!shares.run.chosen.includes(p)) expect(left.numerator).toBeLessThan(BigInt(round.costs[p] ?? 0) * left.denominator);
      }
    }),
    runs,
  );
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { count } from './count.ts';
import { decide } from './decide.ts';
import { readPb } from './pb-file.ts';
import { neighbourhoodRule, ruleByName } from './rules.ts';

const shared = process.env.PURSESTRINGS_SHARED ?? path.resolve(import.meta.dirname, '../../../../shared');
const folder = path.join(shared, 'data/pabulib');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
if (files.length === 0) process.stdout.write(`Skipped: no Pabulib files in ${folder}.\n`);

interface OracleRule {
  readonly winners: readonly string[];
  readonly increments?: number;
  readonly stop?: string;
  readonly endowment?: string;
  readonly tied_rounds?: number;
  readonly tied_rounds_final_run?: number;
  readonly tied_rounds_all_runs?: number;
}

interface Oracle {
  readonly rules: Readonly<Record<string, OracleRule>>;
  readonly rules_len?: Readonly<Record<string, OracleRule>>;
  readonly official?: { readonly selected: readonly string[]; readonly by?: string; readonly threshold?: string };
}

/** 'a/b' with its value, whatever terms it is in. */
function value(fraction: string, unitsPerPound: number): [bigint, bigint] {
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  return [BigInt(numerator) * BigInt(unitsPerPound), BigInt(denominator)];
}

describe.each(files.length > 0 ? files : ['none'])('%s', (name) => {
  const here = files.length > 0 ? test : test.skip;

  here('every rule of its oracle gives the same winners in the same order, after as many steps and ties', () => {
    const { input } = readPb(readFileSync(path.join(folder, name)));
    const oracle = JSON.parse(readFileSync(path.join(folder, name.replace(/\.pb$/, '.oracle.json')), 'utf8')) as Oracle;
    const blocks = [
      ['longest', oracle.rules],
      ['own_length', oracle.rules_len ?? {}],
    ] as const;
    for (const [rankedPoints, rules] of blocks) {
      for (const [ruleName, expected] of Object.entries(rules)) {
        const rule = ruleByName(ruleName);
        if (!rule) throw new Error(`The rule ${ruleName} is not known.`);
        const decision = decide(input, { ...rule, rankedPoints });
        const { shares } = decision;
        const found = {
          winners: decision.chosen.map((p) => decision.round.ids[p]),
          ...(expected.increments === undefined ? {} : { increments: shares?.increments, stop: shares?.stop }),
          ...(expected.tied_rounds === undefined ? {} : { tied_rounds: decision.ties.length }),
          ...(expected.tied_rounds_final_run === undefined
            ? {}
            : { tied_rounds_final_run: shares?.run.ties.length, tied_rounds_all_runs: shares?.tiesInAllRuns }),
        };
        const { winners, increments, stop, tied_rounds, tied_rounds_final_run, tied_rounds_all_runs } = expected;
        const wanted = { winners, increments, stop, tied_rounds, tied_rounds_final_run, tied_rounds_all_runs };
        expect({ ruleName, ...found }).toEqual({ ruleName, ...JSON.parse(JSON.stringify(wanted)) });
        if (expected.endowment !== undefined && shares) {
          const [numerator, denominator] = value(expected.endowment, input.unitsPerPound);
          expect(shares.final.numerator * denominator).toBe(numerator * shares.final.denominator);
        }
      }
    }
  });

  here(
    'forced exact fractions give the same document, byte for byte',
    () => {
      const { input } = readPb(readFileSync(path.join(folder, name)));
      const ticks = decide(input, neighbourhoodRule).round.ballotProjects.length;
      const small = ticks < 1000;
      // By fractions alone the largest file and Add1 take from seconds to minutes.
      const quick = ticks < 100_000 ? ['mes_cost_u', 'mes_unit', 'mes_points', 'mes_points_x_cost'] : [];
      const names = ['phragmen', ...quick, ...(small ? ['mes_cost_add1_u', 'mes_points_add1'] : [])];
      for (const ruleName of names) {
        const rule = ruleByName(ruleName);
        if (!rule) throw new Error(`The rule ${ruleName} is not known.`);
        const exact = count(input, rule, { forceExact: true, skipCloseness: true });
        expect(JSON.stringify(exact)).toBe(JSON.stringify(count(input, rule, { skipCloseness: true })));
      }
    },
    60_000,
  );

  here('what the city announced comes out of the rule it declared', () => {
    const { input } = readPb(readFileSync(path.join(folder, name)));
    const oracle = JSON.parse(readFileSync(path.join(folder, name.replace(/\.pb$/, '.oracle.json')), 'utf8')) as Oracle;
    if (!oracle.official?.by) return;
    const { by, threshold, selected } = oracle.official;
    const rule = ruleByName(`greedy_by_score${by.includes('no-skip') ? '_no_skip' : ''}${threshold ? `_threshold_${threshold}` : ''}`);
    if (!rule) throw new Error('The rule is not known.');
    const decision = decide(input, rule);
    expect(decision.chosen.map((p) => decision.round.ids[p] ?? '').sort()).toEqual([...selected].sort());
  });
});

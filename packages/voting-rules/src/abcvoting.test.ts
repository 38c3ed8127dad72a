import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decide } from './decide.ts';
import type { CountInput } from './round.ts';
import { type Rule, ruleByName } from './rules.ts';
import { sha256Hex } from './sha256.ts';

const shared = process.env.PURSESTRINGS_SHARED ?? path.resolve(import.meta.dirname, '../../../../shared');
const file = path.join(shared, 'data/abcvoting/unit-cost.json');
const here = existsSync(file) ? test : test.skip;
if (!existsSync(file)) process.stdout.write(`Skipped: no ${file}.\n`);

interface Instance {
  readonly file: string;
  readonly candidates: number;
  readonly seats: number;
  readonly ballots: readonly (readonly number[])[];
  readonly expected: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const ruleNames: Readonly<Record<string, string>> = {
  av: 'greedy_by_score',
  seqphragmen: 'phragmen',
  'equal-shares-with-av-completion': 'mes_unit_u',
};

function rule(name: string): Rule {
  const found = ruleByName(ruleNames[name] ?? '');
  if (!found) throw new Error(`The rule ${name} is not known.`);
  return found;
}

const tieOrders = 50;

here(
  '480 small elections: under 50 tie orders each, every outcome is one of the tied winning sets',
  () => {
    const instances = JSON.parse(readFileSync(file, 'utf8')) as readonly Instance[];
    expect(instances).toHaveLength(480);
    const wrong: string[] = [];
    for (const instance of instances) {
      // Candidates whom nobody supports are dropped, here and from the expected sets, as the extract asks.
      const supported = new Set(instance.ballots.flat());
      const ids = [...supported].map(String);
      const input: CountInput = {
        pot: instance.seats,
        unitsPerPound: 1,
        ballotType: 'approval',
        projects: ids.map((id) => ({ id, cost: 1 })),
        ballots: instance.ballots.map((ballot) => ({ choices: ballot.map(String) })),
      };
      const sorted = (set: readonly number[]): string =>
        set
          .filter((one) => supported.has(one))
          .sort((a, b) => a - b)
          .join();
      const allowed = new Map(Object.entries(instance.expected).map(([name, sets]) => [name, new Set(sets.map(sorted))]));
      for (let n = 0; n < tieOrders; n += 1) {
        const lot = new Map(ids.map((id) => [id, sha256Hex(`${instance.file} ${n} ${id}`)]));
        const tieOrder = [...ids].sort((a, b) => ((lot.get(a) ?? '') < (lot.get(b) ?? '') ? -1 : 1));
        for (const [name, sets] of allowed) {
          const { chosen, round } = decide({ ...input, tieOrder }, rule(name));
          const outcome = sorted(chosen.map((p) => Number(round.ids[p])));
          if (!sets.has(outcome)) wrong.push(`${instance.file} ${name}: ${outcome}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);

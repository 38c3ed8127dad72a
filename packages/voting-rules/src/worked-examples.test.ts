import { count } from './count.ts';
import type { CountInput } from './round.ts';
import { ruleByName } from './rules.ts';

/** The examples of docs/counting, so that the pages stay true. */
function chosenBy(name: string, input: CountInput) {
  const rule = ruleByName(name);
  if (!rule) throw new Error(`There is no rule ${name}.`);
  return count(input, rule);
}

function street(pot: number, costs: Readonly<Record<string, number>>, ballots: readonly string[]): CountInput {
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }));
  return { pot, unitsPerPound: 1, ballotType: 'approval', projects, ballots: ballots.map((choices) => ({ choices: choices.split(' ') })) };
}

test('equal shares: the street of six', () => {
  const both = 'playground mural';
  const input = street(48, { playground: 24, mural: 18, library: 15 }, [both, both, both, 'playground', 'library', 'library']);
  const shares = chosenBy('mes_cost', input);
  expect(shares.chosen).toEqual(['playground', 'library']);
  expect(shares.spent).toBe(39);
  expect(shares.projects.find(({ projectId }) => projectId === 'mural')).toMatchObject({
    supportersStillHad: 6,
    moneyWentTo: [{ projectId: 'playground', units: 18 }],
  });
  const greedy = chosenBy('greedy_by_score', input);
  expect(greedy.chosen).toEqual(['playground', 'mural']);
  expect(greedy.got[0]).toBe(2);
});

test('Phragmén: burdens of four', () => {
  const input = street(20, { playground: 12, mural: 6, library: 5 }, ['playground mural', 'playground mural', 'playground', 'library']);
  expect(chosenBy('phragmen', input).chosen).toEqual(['mural', 'library']);
});

test('Phragmén stops when any of the equals does not fit, though the first of them would', () => {
  const input = street(5, { a: 2, b: 6 }, ['a', 'b', 'b', 'b']);
  expect(chosenBy('phragmen', input).chosen).toEqual([]);
});

test('most support first, its variants', () => {
  const ballots = [...Array.from({ length: 30 }, () => 'ramp'), ...Array.from({ length: 20 }, () => 'benches flowers')];
  const input = street(10, { ramp: 8, benches: 3, flowers: 2 }, ballots);
  expect(chosenBy('greedy_by_score', input).chosen).toEqual(['ramp', 'flowers']);
  expect(chosenBy('greedy_by_score_no_skip', input).chosen).toEqual(['ramp']);
  expect(chosenBy('greedy_by_score_per_cost', input).chosen).toEqual(['flowers', 'benches']);
});

test('Add1: the table of starts', () => {
  const input = street(10, { A: 8, B: 5 }, ['A', 'A', 'A', 'A', 'B']);
  expect(chosenBy('mes_cost_add1', input).share).toMatchObject({ stop: 'exhaustive', final: { units: 2 } });
  expect(chosenBy('mes_cost_add1_noexh', input).share).toMatchObject({ stop: 'overspend', final: { units: 4 } });
});

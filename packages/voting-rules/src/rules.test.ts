import { count } from './count.ts';
import { decide } from './decide.ts';
import { explainInWords } from './explain-in-words.ts';
import type { CountInput } from './round.ts';
import { type EqualSharesRule, nameOfRule, neighbourhoodRule, type Rule, ruleByName } from './rules.ts';

function rule(name: string): Rule {
  const found = ruleByName(name);
  if (!found) throw new Error(`There is no rule ${name}.`);
  return found;
}

/** A vote by ticks; each line of `ballots` is 'a b' × how many. */
function vote(pot: number, costs: Readonly<Record<string, number>>, ballots: readonly (readonly [string, number])[]): CountInput {
  return {
    pot,
    unitsPerPound: 1,
    ballotType: 'approval',
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    ballots: ballots.flatMap(([choices, voters]) =>
      Array.from({ length: voters }, () => ({ choices: choices.split(' ').filter(Boolean) })),
    ),
  };
}

function chosen(input: CountInput, by: Rule): readonly string[] {
  const { chosen: places, round } = decide(input, by);
  return places.map((p) => round.ids[p] ?? '');
}

test('names go both ways', () => {
  for (const name of [
    'phragmen',
    'greedy_by_score',
    'greedy_by_score_per_cost_no_skip',
    'greedy_by_score_threshold_50',
    'mes_cost',
    'mes_points_x_cost_add1_floor_noexh_u',
    'mes_unit_add1_u_comparison',
  ]) {
    expect(nameOfRule(rule(name))).toBe(name);
  }
  expect(nameOfRule(neighbourhoodRule)).toBe('mes_cost_add1_u');
  expect(nameOfRule({ ...neighbourhoodRule, add1: { stepUnits: 5, exhaustiveStop: true, floor: false } })).toBeNull();
  for (const name of ['', 'mes', 'mes_votes', 'mes_cost_floor', 'greedy', 'greedy_by_score_u', 'toString'])
    expect(ruleByName(name)).toBeNull();
});

test('greedy by score goes by votes, not by votes per cost', () => {
  const input = vote(10, { dear: 8, cheap: 3, small: 2 }, [
    ['dear', 3],
    ['cheap', 2],
    ['small', 2],
  ]);
  expect(chosen(input, rule('greedy_by_score'))).toEqual(['dear', 'small']);
  expect(chosen(input, rule('greedy_by_score_no_skip'))).toEqual(['dear']);
  expect(chosen(input, rule('greedy_by_score_threshold_3'))).toEqual(['dear']);
  expect(chosen(input, rule('greedy_by_score_per_cost'))).toEqual(['small', 'cheap']);
});

test('of an exclusive group one is chosen, by every rule', () => {
  const plain = vote(12, { long: 4, short: 3, bench: 2 }, [
    ['long short', 5],
    ['short', 1],
    ['bench', 4],
  ]);
  const input = {
    ...plain,
    projects: plain.projects.map((project) => (project.id === 'bench' ? project : { ...project, exclusiveGroup: 'path' })),
  };
  for (const name of ['greedy_by_score', 'greedy_by_score_per_cost', 'phragmen', 'mes_cost_add1_u', 'mes_unit_u']) {
    expect([...chosen(input, rule(name))].sort()).toEqual(['bench', 'short']);
  }
  const long = count(input, neighbourhoodRule).projects.find(({ projectId }) => projectId === 'long');
  expect(long).toMatchObject({ reason: 'group_already_chosen', groupChosen: 'short' });
});

test('a project without the smallest support is not chosen, and 0 asks for none', () => {
  const input = vote(10, { a: 1, b: 1, nobody: 1 }, [
    ['a', 3],
    ['b', 1],
  ]);
  const greedy = rule('greedy_by_score');
  expect(chosen(input, greedy)).toEqual(['a', 'b', 'nobody']);
  expect(chosen(input, { ...greedy, minimumSupport: 1 })).toEqual(['a', 'b']);
  expect(chosen(input, { ...neighbourhoodRule, minimumSupport: 2 })).toEqual(['a']);
});

test('supported projects that cost nothing are chosen first; unsupported ones are not', () => {
  const input = vote(10, { a: 5, free: 0, unwanted: 0 }, [
    ['a', 3],
    ['a free', 1],
  ]);
  expect(chosen(input, neighbourhoodRule)).toEqual(['free', 'a']);
});

test('the stop rule changes how far shares rise: without the exhaustive stop until the pot is passed', () => {
  const input = vote(10, { a: 8, b: 5 }, [
    ['a', 4],
    ['b', 1],
  ]);
  expect(decide(input, rule('mes_cost_add1')).shares).toMatchObject({ stop: 'exhaustive', increments: 0 });
  // With 5 each, b would be bought as well, for 13 in all.
  expect(decide(input, rule('mes_cost_add1_noexh')).shares).toMatchObject({ stop: 'overspend', increments: 2 });
});

test('a step of Add1 can be any number of units', () => {
  const input = vote(100, { a: 90, b: 10 }, [
    ['a', 3],
    ['b', 2],
  ]);
  const stepped = (stepUnits: number): EqualSharesRule => ({
    ...neighbourhoodRule,
    add1: { stepUnits, exhaustiveStop: true, floor: false },
  });
  expect(decide(input, stepped(5)).shares).toMatchObject({ increments: 2, final: { numerator: 150n, denominator: 5n } });
  expect(decide(input, stepped(1)).shares).toMatchObject({ increments: 10 });
});

test('Add1 ends when there is nothing left to choose, or nobody voted', () => {
  expect(decide(vote(100, { a: 1 }, [['a', 2]]), rule('mes_cost_add1_noexh')).shares?.stop).toBe('nothing_left_to_choose');
  expect(chosen(vote(100, { a: 1 }, []), neighbourhoodRule)).toEqual([]);
  expect(chosen(vote(0, { a: 1 }, [['a', 1]]), neighbourhoodRule)).toEqual([]);
  expect(decide(vote(10, { a: 3, dear: 1_000_000_000 }, [['a dear', 2]]), rule('mes_cost_add1_noexh')).shares?.stop).toBe(
    'nothing_left_to_choose',
  );
});

test('the comparison step takes the greedy result only when strictly more voters approve more of it', () => {
  // Equal shares serves both groups; greedy serves the larger one twice.
  const input = vote(12, { a: 6, b: 6, c: 4 }, [
    ['a b', 3],
    ['c', 2],
  ]);
  const before = chosen(input, rule('mes_cost_add1_u'));
  expect(before).toEqual(['a', 'c']);
  expect(chosen(input, rule('mes_cost_add1_u_comparison'))).toEqual(['a', 'b']);
  expect(
    chosen(
      vote(12, { a: 6, b: 6, c: 4 }, [
        ['a b', 2],
        ['c', 2],
      ]),
      rule('mes_cost_add1_u_comparison'),
    ),
  ).toEqual(['a', 'c']);
});

test('the three conventions of ranked points', () => {
  const ranked = (choices: string) => ({ choices: choices.split(' ') });
  const input: CountInput = {
    pot: 10,
    unitsPerPound: 1,
    ballotType: 'ranked',
    longestRanking: 3,
    projects: ['a', 'b', 'c'].map((id) => ({ id, cost: 10 })),
    ballots: [ranked('a'), ranked('a'), ranked('b c'), ranked('c b')],
  };
  const scores = (one: CountInput, rankedPoints: 'longest' | 'own_length') =>
    Array.from(decide(one, { ...rule('greedy_by_score'), rankedPoints }).round.scores);
  expect(scores(input, 'longest')).toEqual([6, 5, 5]);
  expect(scores(input, 'own_length')).toEqual([2, 3, 3]);
  const { longestRanking: _, ...unlimited } = input;
  expect(scores(unlimited, 'longest')).toEqual([4, 3, 3]); // K is the longest ballot found.
});

test('ties go by the published order, and the document says so', () => {
  const input = {
    ...vote(10, { a: 10, b: 10 }, [
      ['a', 2],
      ['b', 2],
    ]),
    tieOrder: ['b', 'a'],
  };
  for (const name of ['greedy_by_score', 'phragmen', 'mes_cost_u'])
    expect(
      chosen(
        vote(20, { a: 10, b: 10 }, [
          ['a', 2],
          ['b', 2],
        ]),
        rule(name),
      ),
    ).toEqual(['a', 'b']);
  const document = count(input, rule('greedy_by_score'));
  expect(document.chosen).toEqual(['b']);
  expect(document.ties).toEqual([{ step: 1, projectIds: ['b', 'a'], taken: 'b' }]);
  expect(explainInWords(document)[0]?.sentences[1]).toBe('It was level with a, and the published tie order put it first.');
});

test('inputs that contradict themselves are refused', () => {
  const input = vote(10, { a: 1, b: 1 }, [['a', 1]]);
  const refused = (changed: Partial<CountInput>) => expect(() => decide({ ...input, ...changed }, neighbourhoodRule));
  refused({ ballots: [{ choices: ['x'] }] }).toThrow('A ballot names project x, which is not in this vote.');
  refused({ ballots: [{ choices: ['a', 'a'] }] }).toThrow('twice');
  refused({ tieOrder: ['a'] }).toThrow('every project once');
  refused({ tieOrder: ['a', 'c'] }).toThrow('names project c');
  refused({ pot: 0.1 }).toThrow('The pot must be whole');
  refused({ pot: Number.NaN }).toThrow('whole');
  refused({
    projects: [
      { id: 'a', cost: -1 },
      { id: 'b', cost: 1 },
    ],
  }).toThrow('cost of project a');
  refused({
    projects: [
      { id: 'a', cost: 1 },
      { id: 'a', cost: 1 },
    ],
  }).toThrow('same id');
  refused({ ballotType: 'points', ballots: [{ choices: ['a'], points: [0.5] }] }).toThrow('Points must be whole');
});

test('every reason has its two sentences', () => {
  const input = vote(10, { a: 6, b: 6, none: 1, dear: 50 }, [
    ['a', 3],
    ['b', 1],
    ['dear', 1],
  ]);
  const words = (by: Rule) => new Map(explainInWords(count(input, by)).map(({ projectId, sentences }) => [projectId, sentences.join(' ')]));
  const shares = words(neighbourhoodRule);
  expect(shares.get('a')).toBe('3 people backed it, and their shares paid the whole £6 together. That was about £2 each.');
  expect(shares.get('b')).toMatch(
    /^Their shares together come to £\d, and it costs £6\. It would have been chosen at £4, or with 3 more people behind it\.$/,
  );
  expect(shares.get('none')).toBe('Nobody chose it on their ballot. A project needs at least one supporter.');
  expect(shares.get('dear')).toMatch(/^It costs £50, and there was £10 in this vote\. /);
  const greedy = words({ ...rule('greedy_by_score_threshold_2'), minimumSupport: 1 });
  expect(greedy.get('b')).toBe('Its score was 1. The rules of this vote ask for at least 2.');
  expect(words({ ...rule('greedy_by_score'), minimumSupport: 2 }).get('b')).toBe(
    '1 person backed it. The rules of this vote ask for at least 2.',
  );
  expect(words({ ...rule('greedy_by_score'), minimumSupport: 1 }).get('b')).toBe(
    'Projects ahead of it had taken so much of the pot that its £6 no longer fitted. It would have been chosen at £4, or with 3 more people behind it.',
  );
});

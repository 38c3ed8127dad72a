import fc from 'fast-check';
import { packBallots, readBallots } from './ballots.ts';
import { decide } from './decide.ts';
import { PbFileError } from './pb-error.ts';
import { readPb, writePb } from './pb-file.ts';
import type { Ballot, BallotType, CountInput } from './round.ts';
import { neighbourhoodRule } from './rules.ts';

function file(parts: { meta?: readonly string[]; projects?: readonly string[]; votes: readonly string[]; end?: string }): string {
  const meta = parts.meta ?? ['budget;100', 'vote_type;approval'];
  const projects = parts.projects ?? ['project_id;cost', 'a;10', 'b;20', 'c;30'];
  return ['META', 'key;value', ...meta, 'PROJECTS', ...projects, 'VOTES', ...parts.votes, ''].join(parts.end ?? '\n');
}

const ballotsOf = (text: string | Uint8Array): readonly Ballot[] => [...readBallots(readPb(text).input)];

function failure(text: string): { line: number; column: number; message: string } {
  try {
    readPb(text);
  } catch (error) {
    if (error instanceof PbFileError) return { line: error.line, column: error.column, message: error.message };
    throw error;
  }
  throw new Error('The file was read.');
}

test('CRLF, a byte order mark, spaces around ids, quoted fields and columns in another order', () => {
  const text = file({
    meta: ['vote_type;approval', 'description;"Green; and ""pleasant"""', 'budget;100', 'currency;EUR'],
    projects: [
      'project_id;category;name;cost',
      'L18/01/XI;x;"Benches; two of them";10',
      ' b ;;"A ""quiet"" place";20',
      'c;"over\r\ntwo lines";;30',
    ],
    votes: ['voter_id;age;vote;sex', '7;41;"L18/01/XI, b";F', '8;17; c ,b;M', '9;;;'],
    end: '\r\n',
  });
  const { input, meta, warnings } = readPb(new TextEncoder().encode(`\ufeff${text}`));
  expect(meta.get('description')).toBe('Green; and "pleasant"');
  expect(input.title).toBe('Green; and "pleasant"');
  expect(input.projects).toEqual([
    { id: 'L18/01/XI', name: 'Benches; two of them', cost: 10 },
    { id: 'b', name: 'A "quiet" place', cost: 20 },
    { id: 'c', cost: 30 },
  ]);
  expect([...readBallots(input)]).toEqual([{ choices: ['L18/01/XI', 'b'] }, { choices: ['c', 'b'] }, { choices: [] }]);
  expect(warnings).toEqual([]);
  expect(JSON.stringify(input)).not.toMatch(/41|17/); // Ages are not kept.
});

test('money is scaled to whole units by its digits', () => {
  const read = (budget: string, cost: string) =>
    readPb(file({ meta: [`budget;${budget}`], projects: ['project_id;cost', `a;${cost}`], votes: ['voter_id;vote', '1;a'] })).input;
  expect(read('2532645.83', '0.1')).toMatchObject({ pot: 253_264_583, unitsPerPound: 100, projects: [{ cost: 10 }] });
  expect(read('400000.0', '50000')).toMatchObject({ pot: 4_000_000, unitsPerPound: 10, projects: [{ cost: 500_000 }] });
  expect(read('1e6', '12')).toMatchObject({ pot: 1_000_000, unitsPerPound: 1 });
  // 0.29 × 100 is 28.999… in floating point.
  expect(read('0.29', '0.29')).toMatchObject({ pot: 29, projects: [{ cost: 29 }] });
});

test('more decimals than can be counted exactly are cut off, with a warning', () => {
  const { input, warnings } = readPb(file({ meta: ['budget;1000000.33333333333333'], votes: ['voter_id;vote'] }));
  expect(Number.isSafeInteger(input.pot)).toBe(true);
  expect(input.unitsPerPound).toBe(1_000_000_000);
  expect(warnings[0]?.message).toMatch(/14 decimals; only 9/);
});

test('a project named twice on one ballot counts once, with a warning that names the line', () => {
  const { input, warnings } = readPb(file({ votes: ['voter_id;vote', '1;a,b,a'] }));
  expect([...readBallots(input)]).toEqual([{ choices: ['a', 'b'] }]);
  expect(warnings).toEqual([{ line: 12, message: 'Project a stands twice on one ballot; it counts once.' }]);
});

test.each<[string, BallotType, Ballot]>([
  ['approval', 'approval', { choices: ['c', 'a'] }],
  ['choose-1', 'approval', { choices: ['c', 'a'] }],
  ['ordinal', 'ranked', { choices: ['c', 'a'] }],
  ['cumulative', 'points', { choices: ['c', 'a'], points: [3, 0] }],
  ['scoring', 'score', { choices: ['c', 'a'], points: [3, 0] }],
])('vote type %s', (voteType, ballotType, ballot) => {
  const text = file({ meta: ['budget;100', `vote_type;${voteType}`, 'max_length;4'], votes: ['voter_id;points;vote', '1;3,0;c,a'] });
  const { input } = readPb(text);
  expect(input.ballotType).toBe(ballotType);
  expect(input.longestRanking).toBe(ballotType === 'ranked' ? 4 : undefined);
  expect([...readBallots(input)]).toEqual([ballot]);
});

test('decimal points are all scaled alike', () => {
  const text = file({ meta: ['budget;100', 'vote_type;scoring'], votes: ['voter_id;vote;points', '1;a,b;0.5,2', '2;c;1.25'] });
  expect(ballotsOf(text)).toEqual([
    { choices: ['a', 'b'], points: [50, 200] },
    { choices: ['c'], points: [125] },
  ]);
});

test('mistakes are named by line and column', () => {
  expect(failure('')).toMatchObject({ line: 1, column: 1 });
  expect(failure('PROJECTS\n')).toMatchObject({ line: 1, column: 1 });
  expect(failure(file({ meta: ['vote_type;approval', 'budget;lots'], votes: [] }))).toMatchObject({
    line: 4,
    column: 8,
    message: "Line 4, column 8: META needs a budget of 0 or more, got 'lots'.",
  });
  expect(failure(file({ meta: ['budget;5', 'vote_type;shouting'], votes: [] }))).toMatchObject({ line: 4, column: 11 });
  expect(failure(file({ projects: ['project_id;cost', 'a;10', 'a;20'], votes: [] }))).toMatchObject({ line: 8, column: 1 });
  expect(failure(file({ projects: ['project_id;name;cost', 'a;Bench;-4'], votes: [] }))).toMatchObject({ line: 7, column: 9 });
  expect(failure(file({ votes: ['voter_id;age;vote', '1;30;a', '2;31;a,x'] }))).toMatchObject({
    line: 13,
    column: 6,
    message: 'Line 13, column 6: Project x is not listed.',
  });
  expect(failure(file({ votes: ['voter_id;sex', '1;F'] }))).toMatchObject({ line: 11, column: 1 });
  expect(failure(file({ meta: ['budget;1', 'vote_type;cumulative'], votes: ['voter_id;vote;points', '1;a,b;3'] }))).toMatchObject({
    line: 12,
    column: 3,
  });
  expect(failure(file({ projects: ['project_id;cost;name', 'a;10;"open'], votes: [] }))).toMatchObject({ line: 7, column: 6 });
  expect(failure('META\nkey;value\nbudget;5\n').message).toMatch(/PROJECTS is missing/);
});

test('progress is told from 0 to 1', () => {
  const shares: number[] = [];
  const votes = Array.from({ length: 12_000 }, (_, voter) => `${voter};a`);
  readPb(file({ votes: ['voter_id;vote', ...votes] }), { onProgress: (share) => shares.push(share) });
  expect(shares.length).toBeGreaterThan(2);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

const idText = fc.stringMatching(/^[A-Za-z0-9ąĄ/."; -]{0,8}[A-Za-z0-9]$/).filter((id) => id === id.trim());

const rounds: fc.Arbitrary<CountInput> = fc
  .record({
    ids: fc.uniqueArray(idText, { minLength: 1, maxLength: 6 }),
    pot: fc.integer({ min: 0, max: 10_000_000 }),
    costs: fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 6, maxLength: 6 }),
    ballotType: fc.constantFrom<BallotType>('approval', 'up_to_k', 'basket', 'points', 'score', 'ranked'),
    rows: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }), { maxLength: 12 }),
    title: fc.constantFrom('Spring vote', 'A "vote"; two parts', undefined),
    group: fc.boolean(),
  })
  .map(({ ids, pot, costs, ballotType, rows, title, group }): CountInput => {
    const hasPoints = ballotType === 'points' || ballotType === 'score';
    const projects = ids.map((id, at) => ({
      id,
      cost: costs[at] ?? 0,
      name: `The "${id}"`,
      ...(group && at < 2 ? { exclusiveGroup: 'paths' } : {}),
    }));
    const ballots = rows.map((row) => {
      const places = row.filter((at) => at < ids.length);
      const choices = places.map((at) => ids[at] ?? '');
      return hasPoints ? { choices, points: places.map((at) => at * 2) } : { choices };
    });
    return {
      ...(title ? { title } : {}),
      currency: 'GBP',
      pot,
      unitsPerPound: 100,
      ballotType,
      projects,
      ballots,
      tieOrder: ids.toReversed(),
      ...(ballotType === 'ranked' ? { longestRanking: 6 } : {}),
    };
  });

test('what is written reads back exactly, and the order of ballots says nothing', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const text = writePb(round);
      const { input, warnings } = readPb(text);
      expect(warnings).toEqual([]);
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      expect({ ...input, ballots: [], projects: input.projects.toSorted(byId) }).toEqual({
        ...round,
        ballots: [],
        projects: round.projects.toSorted(byId),
      });
      expect(writePb({ ...round, ballots: (round.ballots as readonly Ballot[]).toReversed() })).toBe(text);
      expect(writePb(input)).toBe(text);
      const chosen = (one: CountInput): readonly number[] => decide(one, neighbourhoodRule).chosen;
      expect(chosen(input)).toEqual(chosen(round));
      expect(packBallots(input).offsets).toHaveLength(Array.isArray(round.ballots) ? round.ballots.length + 1 : 0);
    }),
    { numRuns: 300 },
  );
});

test('ids that the format cannot hold are refused', () => {
  const round: CountInput = { pot: 1, unitsPerPound: 100, ballotType: 'approval', projects: [{ id: 'a,b', cost: 1 }], ballots: [] };
  expect(() => writePb(round)).toThrow(/cannot be written/);
});

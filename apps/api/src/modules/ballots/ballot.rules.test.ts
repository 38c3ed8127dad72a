import * as fc from 'fast-check';
import { type BallotPaper, ballotsOf, checkMarks, marksFrom } from './ballot.rules.ts';

const none = { mostChoices: null, pointsToGive: null, highestScore: null, longestRanking: null };
const paper = (ballotType: BallotPaper['ballotType'], limits: Partial<BallotPaper['limits']> = {}): BallotPaper => ({
  ballotType,
  limits: { ...none, ...limits },
  potPence: 100,
  projects: ['p1', 'p2', 'p3'].map((code, at) => ({ code, costPence: 40 + at })),
});
const ticks = (...codes: string[]) => codes.map((code) => ({ code }));
const codeOf = (answer: ReturnType<typeof marksFrom>) => (answer.ok ? [...answer.value] : answer.problem.code);

test('ticks become one byte a project, in the order of the projects; an empty ballot is a ballot', () => {
  expect(codeOf(marksFrom(ticks('p3', 'p1'), paper('approval')))).toEqual([1, 0, 1]);
  expect(codeOf(marksFrom([], paper('approval')))).toEqual([0, 0, 0]);
});

test('L3: each limit is kept, and the basket is added up from the prices of the round', () => {
  expect(codeOf(marksFrom(ticks('p1', 'p2', 'p3'), paper('up_to_k', { mostChoices: 2 })))).toBe('too-many-choices');
  expect(codeOf(marksFrom(ticks('p1', 'p2'), paper('basket')))).toEqual([1, 1, 0]);
  expect(codeOf(marksFrom(ticks('p1', 'p2', 'p3'), paper('basket')))).toBe('dearer-than-the-pot');
  expect(
    codeOf(
      marksFrom(
        [
          { code: 'p1', points: 6 },
          { code: 'p2', points: 5 },
        ],
        paper('points', { pointsToGive: 10 }),
      ),
    ),
  ).toBe('points-wrong');
  expect(codeOf(marksFrom([{ code: 'p1', points: 6 }], paper('score', { highestScore: 5 })))).toBe('points-wrong');
  expect(codeOf(marksFrom(ticks('p1'), paper('score', { highestScore: 5 })))).toBe('points-wrong');
  expect(codeOf(marksFrom([{ code: 'p1', points: 1 }], paper('approval')))).toBe('points-wrong');
  expect(codeOf(marksFrom(ticks('p1', 'p2', 'p3'), paper('ranked', { longestRanking: 2 })))).toBe('too-many-choices');
  expect(codeOf(marksFrom(ticks('p2', 'p1'), paper('ranked', { longestRanking: 2 })))).toEqual([2, 1, 0]);
});

test('an opened envelope is checked again: a ranking with a gap or a tick of 2 is void', () => {
  expect(checkMarks(Uint8Array.from([1, 3, 0]), paper('ranked')).ok).toBe(false);
  expect(checkMarks(Uint8Array.from([1, 1, 0]), paper('ranked')).ok).toBe(false);
  expect(checkMarks(Uint8Array.from([2, 0, 0]), paper('approval')).ok).toBe(false);
  expect(checkMarks(Uint8Array.from([1, 0]), paper('approval')).ok).toBe(false);
});

test('what is counted is what was chosen, for every kind of ballot', () => {
  const kinds = ['approval', 'ranked', 'points'] as const;
  void fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.shuffledSubarray(['p1', 'p2', 'p3']), fc.nat({ max: 84 }), (kind, codes, extra) => {
      const choices = codes.map((code, at) => (kind === 'points' ? { code, points: extra + at + 1 } : { code }));
      const marks = marksFrom(choices, paper(kind));
      if (!marks.ok) throw new Error(marks.problem.code);
      const [ballot] = ballotsOf([marks.value], paper(kind));
      const got = (ballot?.choices ?? []).map((code, at) => (kind === 'points' ? { code, points: ballot?.points?.[at] } : { code }));
      expect(kind === 'ranked' ? got : got.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
        kind === 'ranked' ? choices : choices.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      );
    }),
  );
});

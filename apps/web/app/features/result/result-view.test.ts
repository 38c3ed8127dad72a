import type { ResultProject, RoundResult } from '@pursestrings/contracts/results';
import { angryQuestion, inOrder, leftWithNothing, percentLeft } from './result-view.ts';

const project = (code: string, votes: number, chosen: boolean, stillHad: number | null = null): ResultProject => ({
  code,
  title: code,
  proposalSlug: null,
  costPence: 1000,
  votes,
  chosen,
  step: null,
  question: '',
  sentences: [],
  chosenAtCostPence: null,
  chosenWithMoreSupporters: null,
  effectiveVotes: null,
  supportersLeftWithNothing: 0,
  supportersStillHadPence: stillHad,
});
const result = (projects: ResultProject[], got: number[] = [], emptyBallots = 0) =>
  ({ projects, got, emptyBallots }) as unknown as RoundResult;

test('the angry question is about the most backed project that was not chosen', () => {
  const projects = [project('kitchen', 250, true), project('ramp', 204, false), project('garden', 42, false)];
  expect(angryQuestion(result(projects))?.code).toBe('ramp');
  expect(angryQuestion(result([project('a', 1, true), project('b', 0, false)]))).toBeNull();
  expect(inOrder([project('ramp', 204, false), project('bus', 128, true), project('kitchen', 250, true)]).map(({ code }) => code)).toEqual([
    'kitchen',
    'bus',
    'ramp',
  ]);
});

test('empty ballots are not people who were left with nothing', () => {
  expect(leftWithNothing(result([], [5, 10], 3))).toBe(2);
  expect(leftWithNothing(result([], [], 0))).toBe(0);
});

test('what was left never looks like all of it', () => {
  expect(percentLeft(project('a', 1, false, 614))).toBe(61);
  expect(percentLeft(project('a', 1, false, 1000))).toBe(99);
  expect(percentLeft(project('a', 1, false))).toBeNull();
});

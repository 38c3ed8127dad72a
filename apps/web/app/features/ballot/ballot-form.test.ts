import { type Ballot, choicesFor, chosenIn } from './ballot-form.ts';

const ballot = (ballotType: Ballot['ballotType']) =>
  ({
    ballotType,
    limits: { mostChoices: null, pointsToGive: 10, highestScore: null, longestRanking: null },
    projects: ['p1', 'p2', 'p3'].map((code) => ({ code, title: code, summary: '', costPence: 100, proposalSlug: null })),
  }) as unknown as Ballot;

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test('ticks come in the order of the ballot; what is not on it is not taken', () => {
  const chosen = chosenIn(form(['choice', 'p3'], ['choice', 'p9'], ['choice', 'p1']), ballot('approval'));
  expect(choicesFor(chosen, ballot('approval'))).toEqual([{ code: 'p1' }, { code: 'p3' }]);
});

test('points and places are read from their boxes; what is no number is none', () => {
  const typed = form(['n-p1', '3'], ['n-p2', 'lots'], ['n-p3', ' 1 ']);
  expect(choicesFor(chosenIn(typed, ballot('points')), ballot('points'))).toEqual([
    { code: 'p1', points: 3 },
    { code: 'p3', points: 1 },
  ]);
  expect(choicesFor(chosenIn(typed, ballot('ranked')), ballot('ranked'))).toEqual([{ code: 'p3' }, { code: 'p1' }]);
});

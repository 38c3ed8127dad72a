import { count } from './count.ts';
import { besideInWords, explainInWords, resultInWords } from './explain-in-words.ts';
import type { CountInput, CountProject } from './round.ts';
import { neighbourhoodRule } from './rules.ts';
import { drawTieOrder } from './tie-order.ts';

/** Kettlewick's spring vote, as the demonstration has it. */
const projects: readonly CountProject[] = [
  { id: 'kitchen', name: 'Community kitchen', cost: 960_000 },
  { id: 'ramp', name: 'Skate ramp', cost: 1_480_000 },
  { id: 'lights', name: 'Path lights', cost: 620_000 },
  { id: 'bus', name: 'Saturday bus', cost: 840_000 },
  { id: 'benches', name: 'Benches', cost: 192_000 },
  { id: 'welcome', name: 'Welcome table', cost: 260_000 },
  { id: 'garden', name: 'Garden', cost: 430_000 },
];

const kinds: readonly [string, number][] = [
  ['kitchen,ramp,lights', 96],
  ['kitchen,ramp', 70],
  ['kitchen,lights', 46],
  ['kitchen,ramp,benches', 38],
  ['bus,benches', 62],
  ['bus', 34],
  ['bus,garden', 22],
  ['garden,welcome', 20],
  ['welcome', 14],
  ['bus,welcome', 10],
];

const ballots = kinds.flatMap(([choices, voters]) => Array.from({ length: voters }, () => ({ choices: choices.split(',') })));
const supporters = (id: string): number => ballots.filter(({ choices }) => choices.includes(id)).length;
const tieOrder = drawTieOrder(
  '00112233445566778899aabbccddeeff',
  projects.map(({ id, cost }) => ({ id, cost, supporters: supporters(id) })),
);
const springVote: CountInput = {
  title: 'Spring vote',
  pot: 3_000_000,
  unitsPerPound: 100,
  ballotType: 'approval',
  projects,
  ballots,
  tieOrder,
};
const result = count(springVote, neighbourhoodRule);

function answer(id: string) {
  const found = result.projects.find(({ projectId }) => projectId === id);
  if (!found) throw new Error(`No answer about ${id}.`);
  return found;
}

test('the spring vote chooses kitchen, lights, bus, benches and welcome table for £28,720', () => {
  expect(result.chosen).toEqual(['kitchen', 'lights', 'bus', 'benches', 'welcome']);
  expect(result.spent).toBe(2_872_000);
  expect(result.left).toBe(128_000);
  expect(result.inputs.ballots).toBe(412);
  expect(result.projects.map(({ votes }) => votes)).toEqual([250, 204, 142, 128, 100, 44, 42]);
});

test('every voter got something; most votes first would have left 56 people with nothing', () => {
  expect(result.got).toEqual([0, 160, 252]);
  expect(result.greedyBeside.chosen).toEqual(['kitchen', 'ramp', 'benches', 'welcome']);
  expect(result.greedyBeside.got[0]).toBe(56);
  expect(resultInWords(result)).toBe('5 projects were chosen with £28,720 of £30,000; everybody who chose something got something.');
  expect(besideInWords(result)).toBe(
    'Had we simply taken the most votes first, 56 people would have got nothing they chose. This way nobody did.',
  );
});

test('each step says who paid', () => {
  expect(result.share).toMatchObject({ increments: 10, stop: 'exhaustive', start: { units: 7281, exact: '750000/103' } });
  const benches = result.steps[3];
  expect(benches).toMatchObject({ projectId: 'benches', paidInFull: 38, paidInPart: 62, paidNothing: 0, leftInPot: 388_000 });
  // 38 full payments and what 62 people had left after the bus pay for the benches exactly.
  expect(benches?.effectiveVotes).toEqual({ rounded: '85.414', exact: '6011904/70385' });
});

test('the ramp: where its 204 supporters’ money went adds up to their shares', () => {
  const ramp = answer('ramp');
  expect(ramp).toMatchObject({ votes: 204, chosen: false, reason: 'supporters_had_too_little', alsoSupportedFirst: 204 });
  expect(ramp.moneyWentTo).toEqual([
    { projectId: 'kitchen', units: 783_360 },
    { projectId: 'lights', units: 419_154 },
    { projectId: 'benches', units: 85_418 },
  ]);
  const gone = ramp.moneyWentTo.reduce((sum, { units }) => sum + units, 0);
  const shares = Math.floor((204 * 853_000) / 103);
  expect(shares - gone - (ramp.supportersStillHad ?? 0)).toBeGreaterThanOrEqual(0);
  expect(shares - gone - (ramp.supportersStillHad ?? 0)).toBeLessThan(4);
});

/** The spring vote with something changed, counted again. */
function chosenWith(changed: Partial<CountInput>): readonly string[] {
  return count({ ...springVote, ...changed }, neighbourhoodRule).chosen;
}

test('how close the ramp came holds when counted again', () => {
  const { chosenAtCost, chosenWithMoreSupporters, closenessBasis } = answer('ramp');
  expect(closenessBasis).toBe('recount');
  expect(chosenAtCost).toBe(906_000);
  expect(chosenWithMoreSupporters).toBe(47);
  const at = (cost: number) =>
    chosenWith({ projects: projects.map((project) => (project.id === 'ramp' ? { ...project, cost } : project)) });
  const withMore = (more: number) => chosenWith({ ballots: [...ballots, ...Array.from({ length: more }, () => ({ choices: ['ramp'] }))] });
  expect(at(906_000)).toContain('ramp');
  expect(at(906_100)).not.toContain('ramp');
  expect(withMore(47)).toContain('ramp');
  expect(withMore(46)).not.toContain('ramp');
});

test('the angry question is answered in two sentences', () => {
  const words = new Map(explainInWords(result).map((one) => [one.projectId, one]));
  expect(words.get('ramp')).toEqual({
    projectId: 'ramp',
    question: 'Why not Skate ramp? 204 people backed it.',
    sentences: [
      'All of them also backed Community kitchen, and £7,833.60 of their money went there, so too little was left to pay for this.',
      'It would have been chosen at £9,060, or with 47 more people behind it.',
    ],
  });
  expect(words.get('benches')?.sentences).toEqual([
    '100 people backed it, and their shares paid the whole £1,920 together.',
    '38 people gave about £22.47 each; 62 people had less than that and gave what they had left.',
  ]);
  expect(words.get('garden')?.sentences[0]).toBe(
    '22 of them also backed Saturday bus, and £1,443.75 of their money went there, so too little was left to pay for this.',
  );
});

test('the document is plain data', () => {
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});

test('forced exact fractions give the same bytes', () => {
  expect(JSON.stringify(count(springVote, neighbourhoodRule, { forceExact: true }))).toBe(JSON.stringify(result));
});

import { syntheticRound } from './fixtures/synthetic-round.ts';
import { roundFiles } from './round-files.ts';

test('a published vote has its ballots, its count and its bulletin', () => {
  expect(roundFiles(syntheticRound()).map((file) => file.path.replace('rounds/spring-vote-k7m2qa/', ''))).toEqual([
    'round.json',
    'result.json',
    'result.csv',
    'ballots.pb',
    'bulletin/heads.json',
    'bulletin/entry-0000.txt',
    'bulletin/entry-0001.txt',
    'bulletin/entry-0002.txt',
    'bulletin/entry-0003.txt',
  ]);
});

test('the table of a result says what was chosen, in pounds', () => {
  const table = roundFiles(syntheticRound())
    .find((file) => file.path.endsWith('result.csv'))
    ?.text.split('\n');
  expect(table?.slice(0, 3)).toEqual([
    'project,name,cost,votes,chosen,reason',
    'kitchen,,9600.00,250,Yes,',
    expect.stringMatching(/^skate,,14800.00,204,No,/),
  ]);
});

test('V6: the ballots of 30 voters are published, those of 29 are not, and the file says why', () => {
  const [of30, of29] = [30, 29].map((ballots) => roundFiles({ ...syntheticRound(ballots), bulletin: null }));
  expect(of30?.map((file) => file.path.split('/').at(-1))).toContain('ballots.pb');
  expect(of29?.map((file) => file.path.split('/').at(-1))).not.toContain('ballots.pb');
  expect(of29?.[0]?.text).toContain('Fewer than 30 people voted.');
});

test('a slug that would lead out of the folder is a fault', () => {
  expect(() => roundFiles({ ...syntheticRound(30), slug: '../ledger' })).toThrow(RangeError);
});

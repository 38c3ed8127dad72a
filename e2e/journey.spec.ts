import { test } from './harness/test.ts';
import { installSite, joinAndSeat, seatChair, setUpPlaces, shareFund, signInByPassword } from './journey/begin.ts';
import type { Journey } from './journey/cast.ts';
import { askCouncil, decide } from './journey/decide.ts';
import { fetchFiles, followThePound, pay } from './journey/pay.ts';
import { backAndTalk, lookAtProposals, propose, stopLetters } from './journey/propose.ts';
import { announce, castVotes, countVotes } from './journey/vote.ts';

/** The main job from end to end, each step by the person whose it is. */
const steps: readonly (readonly [string, (journey: Journey) => Promise<void>])[] = [
  ['the first accounts are there', installSite],
  ['two neighbourhoods are set up', setUpPlaces],
  ['a fund is shared by a rule that everybody can check', shareFund],
  ['the first chair signs in by letter, and sets up codes', seatChair],
  ['neighbours join with a postcode, and get seats and roles', joinAndSeat],
  ['the bookkeeper signs in by password and code', signInByPassword],
  ['a neighbour proposes, one question at a time', propose],
  ['the partnership asks for a change, publishes and checks', lookAtProposals],
  ['neighbours back it and talk about it', backAndTalk],
  ['a vote is prepared and announced', announce],
  ['it opens, and votes are cast, changed and looked for', castVotes],
  ['it closes, is counted, checked by two and published', countVotes],
  ['a meeting with an interest decides', decide],
  ['the council is asked, and answers in public', askCouncil],
  ['what was decided is paid, by several people', pay],
  ['anybody follows the pound', followThePound],
  ['anybody fetches the files', fetchFiles],
  ['letters can be stopped', stopLetters],
];

test('the main job, from a fund to a payment that everybody can see', async ({ given }) => {
  test.setTimeout(400_000);
  const mark = Math.random()
    .toString(36)
    .slice(2, 6)
    .replace(/[^a-z]/g, 'q');
  const journey: Journey = { given, mark, place: '', people: new Map(), made: new Map() };
  for (const [name, step] of steps) await test.step(name, async () => await step(journey));
});

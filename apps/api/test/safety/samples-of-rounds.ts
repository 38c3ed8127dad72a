import { castBallot } from '@pursestrings/contracts/ballots';
import { confirmResult, countRound, publishResult } from '@pursestrings/contracts/results';
import { OpenRound } from '../../src/modules/rounds/index.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeDraft, makeOpen, makeReadyProposal, moveDates, type TestRound } from '../make/round.ts';
import type { TestAnswer } from '../make/world.ts';
import { made, type Sample } from './sample.ts';
import type { Stage } from './stage.ts';

/** How far a round can go after voting has ended. */
const roundSteps = ['over', 'counted', 'confirmed', 'published'] as const;

/** A round in which one resident voted, whose time is over, taken as far as `step`. */
async function makeOver(stage: Stage, step: (typeof roundSteps)[number] = 'over'): Promise<TestRound> {
  const chair = await stage.person('chair');
  const round = await makeOpen(stage.world, { chair });
  const voted = await stage.world.ask(castBallot, {
    as: await stage.person('verified_resident'),
    params: round.params,
    body: { choices: [{ code: 'p1' }] },
  });
  await moveDates(stage.world, round, { opensIn: -60, closesIn: -1 });
  const checker = await stage.person('scrutineer');
  const second = await stage.world.makePerson(stage.place, ['scrutineer']);
  const confirm = { params: round.params, body: { version: 1, noInterest: 'yes' } };
  const steps: (() => Promise<TestAnswer>)[] = [
    async () => voted,
    () => stage.world.ask(countRound, { as: checker, params: round.params }),
    async () => {
      await stage.world.ask(confirmResult, { as: checker, ...confirm });
      return await stage.world.ask(confirmResult, { as: second, ...confirm });
    },
    () => stage.world.ask(publishResult, { as: chair, params: round.params }),
  ];
  for (const take of steps.slice(0, roundSteps.indexOf(step) + 1)) {
    const answer = await take();
    if (answer.status !== 200) throw new Error(`A step of a round was refused: ${JSON.stringify(answer.body)}`);
  }
  return round;
}

/** Samples of rounds, from their preparation to a second count. */
export const roundSamples: Readonly<Record<string, Sample>> = {
  'POST /places/:place/rounds': async (stage) => {
    const as = await stage.person('chair');
    const proposals = [];
    for (const title of ['One', 'Two']) proposals.push((await makeReadyProposal(stage.world, as, { title, costPence: 960_000 })).slug);
    const days = { opensOn: '2030-03-01', opensTime: '09:00', closesOn: '2030-03-15', closesTime: '17:00' };
    return { as, body: { title: 'Spring vote', question: 'Which?', potPence: 3_000_000, ballotType: 'approval', ...days, proposals } };
  },
  'POST /places/:place/rounds/:round/announce': async (stage) => {
    const as = await stage.person('chair');
    return { as, params: { round: (await makeDraft(stage.world, { chair: as })).slug } };
  },
  'POST /places/:place/rounds/:round/cancel': async (stage) => ({
    as: await stage.person('chair'),
    params: { round: await made('rounds', stage) },
    body: { reason: 'The hall is flooded' },
  }),
  'POST /places/:place/rounds/:round/codes': async (stage) => {
    const personId = (await stage.person('verified_resident')).id;
    const round = await makeOpen(stage.world, { chair: await stage.person('chair') });
    await stage.world.app.get(OpenRound).ifDue(programIn(stage.place.id), round.id);
    return { as: await stage.person('helper'), params: { round: round.slug }, body: { personId } };
  },
  'POST /places/:place/rounds/:round/ballot': async (stage) => {
    const round = await makeOpen(stage.world, { chair: await stage.person('chair') });
    return { as: await stage.person('verified_resident'), params: { round: round.slug }, body: { choices: [{ code: 'p1' }] } };
  },
  'POST /places/:place/rounds/:round/count': async (stage) => ({
    as: await stage.person('scrutineer'),
    params: { round: (await makeOver(stage)).slug },
  }),
  'POST /places/:place/rounds/:round/confirm': async (stage) => ({
    as: await stage.person('scrutineer'),
    params: { round: (await makeOver(stage, 'counted')).slug },
    body: { version: 1, noInterest: 'yes' },
  }),
  'POST /places/:place/rounds/:round/publish': async (stage) => ({
    as: await stage.person('chair'),
    params: { round: (await makeOver(stage, 'confirmed')).slug },
  }),
  'POST /places/:place/rounds/:round/recount': async (stage) => ({
    as: await stage.person('scrutineer'),
    params: { round: (await makeOver(stage, 'published')).slug },
  }),
};

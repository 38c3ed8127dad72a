import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { countRound, readBallotsFile } from '@pursestrings/contracts/results';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { moveDates } from '../make/round.ts';
import { findFaults } from './check.ts';
import { Clients } from './clients.ts';
import { forgetLastPayment, forgetOneBallot, giveBallotBack } from './forget.ts';
import { build, Installation, type Victim } from './installation.ts';
import { drawFrom, plan } from './plan.ts';
import { type Stage, setStage } from './stage.ts';

/** More for the long run: `npm run bench -- safety`. */
const kills = Number(process.env.PURSESTRINGS_KILLS ?? 10);
const seed = Number(process.env.PURSESTRINGS_SEED ?? Math.floor(Math.random() * 1e9));
/** Enough that nobody changes a vote more than twenty times an hour. */
const voters = Math.max(200, kills * 15);
const rates = { castsPerSecond: 50, paymentsPerSecond: 10 };

/** Says it where a test's own words are not lost. */
function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

let built: string;
beforeAll(() => {
  built = build();
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Kills one after another, each when votes are accepted again, and returns how long each silence was. */
async function killAll(installation: Installation, clients: Clients): Promise<ReadonlyMap<Victim, readonly number[]>> {
  const draw = drawFrom(seed);
  const moments: { readonly victim: Victim; readonly at: number }[] = [];
  for (const victim of plan(kills, draw)) {
    await wait(500 + draw() * 1_000);
    moments.push({ victim, at: performance.now() });
    installation.kill(victim);
    await wait(1_000);
    await clients.nextVote();
  }
  await wait(500);
  const silences = new Map<Victim, number[]>();
  for (const { victim, at } of moments) silences.set(victim, [...(silences.get(victim) ?? []), clients.secondsOfSilence(at)]);
  return silences;
}

const most = (list: readonly number[] | undefined): number => Math.max(0, ...(list ?? []));

interface Fire {
  readonly installation: Installation;
  readonly stage: Stage;
  readonly clients: Clients;
  readonly silences: ReadonlyMap<Victim, readonly number[]>;
}

/** Casts, pays and kills; then ends the program and leaves PostgreSQL running. */
async function underFire(): Promise<Fire> {
  const installation = await Installation.make({}, built);
  const stage = await setStage(installation, voters);
  await installation.serve({ url: stage.world.db.appUrl, dataFolder: stage.world.config.dataFolder });
  const clients = new Clients(installation.address, stage.scene);
  const began = performance.now();
  clients.start(rates);
  const silences = await killAll(installation, clients);
  await clients.finish();
  const seconds = (performance.now() - began) / 1000;
  await installation.stopPrograms();
  const casts = stage.scene.voters.reduce((sum, voter) => sum + voter.casts.length, 0);
  const paid = clients.payments.length;
  say(
    `${kills} kills with seed ${seed} in ${Math.round(seconds)} s; ${clients.unclear} answers unclear, ${clients.repeated} forms repeated on purpose`,
  );
  say(
    `acknowledged, outages included: ${casts} ballots (${(casts / seconds).toFixed(0)} a second), ${paid} payments (${(paid / seconds).toFixed(1)} a second)`,
  );
  say(`seconds until votes were accepted again: ${JSON.stringify(Object.fromEntries(silences))}`);
  return { installation, stage, clients, silences };
}

describe('S1, S2: kill -9 while people cast and pay', () => {
  let installation: Installation;
  let stage: Stage;
  let clients: Clients;
  let silences: Fire['silences'];
  beforeAll(
    async () => {
      ({ installation, stage, clients, silences } = await underFire());
    },
    60_000 + kills * 15_000,
  );
  afterAll(async () => {
    await stage?.world.stop();
    await installation?.stop();
  });

  test('S1: nothing acknowledged is lost, nothing is there twice, unknown outcomes are resolved by their key', async () => {
    expect(clients.surprises).toEqual([]);
    expect(await findFaults(stage, clients)).toEqual([]);
    expect(stage.scene.voters.filter(({ casts }) => casts.length > 0).length).toBeGreaterThan(100);
    expect(clients.payments.length).toBeGreaterThan(kills * 2);
    expect(clients.repeated).toBeGreaterThan(0);
  });

  test('S1: no process ended but those that were killed', () => {
    const bag = plan(kills, drawFrom(seed));
    const killed = (...victims: readonly Victim[]) => bag.filter((victim) => victims.includes(victim)).length;
    expect(installation.starts).toEqual({
      app: 1 + killed('app', 'everything'),
      worker: 1 + killed('worker', 'everything'),
      postgres: 1 + killed('postgres', 'postmaster', 'everything'),
    });
  });

  test('S2: votes are accepted again soon after PostgreSQL was killed', () => {
    const ofPostgres = (['postgres', 'postmaster', 'backend', 'everything'] as const).map((victim) => most(silences.get(victim)));
    expect(Math.max(...ofPostgres)).toBeLessThanOrEqual(30);
  });

  test('S1, control: one acknowledged payment taken out so that the ledger still verifies is noticed, and so is one ballot', async () => {
    await forgetLastPayment(stage);
    const faults = await findFaults(stage, clients);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining('acknowledged payments that are not sent once: 1,'),
        expect.stringContaining('pence in the bank'),
      ]),
    );
    expect(faults.join()).not.toContain('does not verify');
    await forgetOneBallot(stage);
    expect(await findFaults(stage, clients)).toEqual(expect.arrayContaining([expect.stringContaining('acknowledged ballots lost: 1,')]));
    await giveBallotBack(stage);
    expect((await findFaults(stage, clients)).join()).not.toContain('ballots');
  });

  test('S1: every vote that was acknowledged is counted, as it was changed last', async () => {
    const { world, round, scrutineer, scene } = stage;
    await moveDates(world, round, { opensIn: -60, closesIn: -1 });
    const voted = scene.voters.flatMap(({ casts }) => casts.at(-1) ?? []);
    expect(await world.ask(countRound, { as: scrutineer, params: round.params })).toMatchObject({
      status: 200,
      body: { ballots: voted.length },
    });
    const { input } = readPb((await world.ask(readBallotsFile, { as: scrutineer, params: round.params })).body as string);
    if (!('offsets' in input.ballots)) throw new Error('A file is read as packed ballots.');
    const votes = Object.fromEntries(input.projects.map(({ id }) => [id, 0]));
    for (const project of input.ballots.projects)
      votes[input.projects[project]?.id ?? ''] = (votes[input.projects[project]?.id ?? ''] ?? 0) + 1;
    const wanted = Object.fromEntries(scene.codes.map((code) => [code, voted.filter(({ codes }) => codes.includes(code)).length]));
    expect(votes).toEqual(wanted);
  });
});

test('S1, control: on a server that acknowledges before it has written, a kill loses what was acknowledged, and without their keys forms are done twice; the check says both', async () => {
  const settings = { synchronous_commit: 'off', wal_writer_delay: '10s' };
  const installation = await Installation.make({ settings, mode: 'test' }, built);
  const stage = await setStage(installation, 60);
  try {
    await installation.serve({ url: stage.world.db.appUrl, dataFolder: stage.world.config.dataFolder });
    const clients = new Clients(installation.address, stage.scene, { hangUp: 0.1, keepsKey: false });
    clients.start(rates);
    await wait(2_000);
    installation.kill('postgres');
    await clients.nextVote();
    await clients.finish();
    await installation.stopPrograms();
    const faults = await findFaults(stage, clients);
    say(`with synchronous_commit=off: ${faults.find((fault) => fault.startsWith('acknowledged')) ?? 'nothing lost'}`);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^acknowledged (ballots lost|payments that are not sent once)/),
        expect.stringContaining('ballots that nobody was told of'),
      ]),
    );
  } finally {
    await stage.world.stop();
    await installation.stop();
  }
}, 60_000);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBallotsFile, readResult } from '@pursestrings/contracts/results';
import { decide } from '@pursestrings/voting-rules/decide';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { ruleByName } from '@pursestrings/voting-rules/rules';
import { ImportRound } from '../../src/modules/counts/index.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeWorld, type TestPlace, type World } from '../make/world.ts';

const shared = process.env.PURSESTRINGS_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared');
const folder = path.join(shared, 'data/pabulib');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
if (files.length === 0) process.stdout.write(`Skipped: no Pabulib files in ${folder}.\n`);
const here = files.length > 0 ? test : test.skip;

interface Oracle {
  readonly rules: Readonly<Record<string, { readonly winners: readonly string[] }>>;
  readonly rules_len?: Readonly<Record<string, { readonly winners: readonly string[] }>>;
}

let world: World;
let place: TestPlace;
let cast = 0;
let castMs = 0;
beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace('elsewhere');
});
afterAll(async () => {
  if (cast > 0)
    process.stdout.write(
      `Imported ${cast} ballots; in the box at ${Math.round(cast / (castMs / 1000))} casts a second, sealing included.\n`,
    );
  await world.stop();
});

const bringIn = (name: string) => {
  const { input } = readPb(readFileSync(path.join(folder, name)));
  return world.app
    .get(ImportRound)
    .run(programIn(place.id), { input, title: name.replace(/\.pb$/, '').replaceAll('_', ' '), skipCloseness: true });
};

test.each(files.length > 0 ? files : ['none'])(
  '%s comes in through the box’s own door, and its published file gives the winners of every rule of its oracle',
  async (name) => {
    if (files.length === 0) return;
    const { input } = readPb(readFileSync(path.join(folder, name)));
    const done = await bringIn(name);
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    const ballots = Array.isArray(input.ballots) ? input.ballots.length : (input.ballots as { offsets: Int32Array }).offsets.length - 1;
    expect(done.value.ballots).toBe(ballots);
    cast += ballots;
    castMs += done.value.castMs;
    const params = { place: place.slug, round: done.value.slug };
    const page = await world.ask(readResult, { params });
    expect(page).toMatchObject({
      status: 200,
      body: { imported: true, result: { state: 'published', ballots, digest: done.value.digest } },
    });
    const file = await world.ask(readBallotsFile, { params });
    expect(file.headers['x-sha256']).toBe(done.value.digest);
    const exported = readPb(file.body as string);
    expect(exported.warnings).toEqual([]);
    const { tieOrder: _, ...again } = exported.input;
    const oracle = JSON.parse(readFileSync(path.join(folder, name.replace(/\.pb$/, '.oracle.json')), 'utf8')) as Oracle;
    for (const [rankedPoints, rules] of [
      ['longest', oracle.rules],
      ['own_length', oracle.rules_len ?? {}],
    ] as const) {
      for (const [ruleName, { winners }] of Object.entries(rules)) {
        const rule = ruleByName(ruleName);
        if (!rule) throw new Error(`The rule ${ruleName} is not known.`);
        const decision = decide(again, { ...rule, rankedPoints });
        expect({ ruleName, winners: decision.chosen.map((p) => decision.round.ids[p]) }).toEqual({ ruleName, winners });
      }
    }
  },
  120_000,
);

here('what cannot be held comes in not at all: nothing is left of a round that failed half-way', async () => {
  const before = await world.admin(`SELECT count(*) FROM round`);
  const tables = await world.admin(`SELECT count(*) FROM pg_class WHERE relname LIKE 'envelope%'`);
  const { input } = readPb(readFileSync(path.join(folder, 'Netherlands_Assen_2024.pb')));
  const run = world.app.get(ImportRound).run(programIn(place.id), {
    input,
    title: 'Half-way',
    onProgress: (step) => {
      if (step === 'counting') throw new Error('the power went out');
    },
  });
  await expect(run).rejects.toThrow('the power went out');
  expect(await world.admin(`SELECT count(*) FROM round`)).toEqual(before);
  expect(await world.admin(`SELECT count(*) FROM pg_class WHERE relname LIKE 'envelope%'`)).toEqual(tables);
  expect(
    (
      await world.admin<{ n: number }>(
        `SELECT count(*)::int AS n FROM vote.roll v WHERE NOT EXISTS (SELECT FROM round r WHERE r.id = v.round_id)`,
      )
    )[0]?.n,
  ).toBe(0);
});

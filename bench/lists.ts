// `npm run bench -- lists`: how long the list of proposals takes, and how many SQL statements, at 10, 100 and 1,000 of them.
import { addressOf } from '@pursestrings/contracts/endpoint';
import { listProposals } from '@pursestrings/contracts/proposals';
import { build, Installation } from '../apps/api/test/killer/installation.ts';
import { type OutsideWorld, openWorld } from './harness/outside-world.ts';
import { loadProgram, type Program } from './harness/program.ts';
import { type Figure, quantile, report } from './harness/report.ts';

const sizes = [10, 100, 1_000];
const times = 60;

/** A place with so many published proposals, each with supports and comments. */
async function makeProposals(world: OutsideWorld, count: number): Promise<string> {
  const place = await world.makePlace(`proposals-${count}`);
  const author = await world.makePerson(place, ['verified_resident']);
  await world.admin(
    `WITH made AS (
       INSERT INTO proposal (neighbourhood_id, id, slug, author_id, title, what, why, who, where_it_is, cost_pence, state, submitted_at, published_at)
       SELECT $1, gen_random_uuid(), 'proposal-' || n, $2, 'Benches in the park, number ' || n, repeat('Somewhere to sit for everybody. ', 12),
         repeat('There is none. ', 20), 'Everybody', 'The park', 100000 + n, 'in_discussion', now(), now() - make_interval(hours => n)
       FROM generate_series(1, $3::int) n RETURNING id
     ) INSERT INTO proposal_comment (neighbourhood_id, id, proposal_id, person_id, words, said_as, held)
       SELECT $1, gen_random_uuid(), id, $2, 'A good thought.', 'resident', false FROM made, generate_series(1, 3)`,
    [place.id, author.id, count],
  );
  await world.admin(
    `INSERT INTO proposal_support (neighbourhood_id, proposal_id, person_id) SELECT $1, id, $2 FROM proposal WHERE neighbourhood_id = $1`,
    [place.id, author.id],
  );
  await world.admin('ANALYZE proposal, proposal_comment, proposal_support');
  return place.slug;
}

async function measure(program: Program, place: string, count: number): Promise<readonly Figure[]> {
  const url = addressOf(listProposals, { place }, { page: '1' });
  const once = async (): Promise<number> => {
    const began = performance.now();
    const answer = await program.app.inject({ method: 'GET', url });
    const total = answer.statusCode === 200 ? answer.json<{ total: number }>().total : -1;
    if (total !== count) throw new Error(`The list answered ${answer.statusCode}: ${answer.body.slice(0, 200)}`);
    return performance.now() - began;
  };
  await once();
  const end = program.keepStatements();
  await once();
  const statements = end().filter(({ sql }) => !/^(START TRANSACTION|COMMIT|SELECT set_config)/.test(sql)).length;
  const milliseconds: number[] = [];
  for (let at = 0; at < times; at += 1) milliseconds.push(await once());
  return [
    {
      what: `list of ${count} proposals, median of ${times}`,
      value: quantile(milliseconds),
      unit: 'ms',
      note: `95 in 100 within ${quantile(milliseconds, 0.95).toFixed(1)} ms`,
    },
    {
      what: `list of ${count} proposals, SQL statements`,
      value: statements,
      unit: 'statements',
      limit: 3,
      note: 'who asks, and a page of 20; without BEGIN, COMMIT and set_config',
    },
  ];
}

const built = build();
const installation = await Installation.make({}, built);
try {
  const world = openWorld(installation);
  const program = await loadProgram(installation, built);
  const figures: Figure[] = [];
  for (const count of sizes) figures.push(...(await measure(program, await makeProposals(world, count), count)));
  const [few, many] = [figures[0]?.value ?? 1, figures.at(-2)?.value ?? 0];
  report('lists', [...figures, { what: '1,000 proposals beside 10', value: many / few, unit: 'times as long' }]);
  await program.app.close();
  await world.stop();
} finally {
  await installation.stop();
}

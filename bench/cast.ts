/**
 * `npm run bench -- cast`: ballots a second by the program's own path beside what `pgbench` gets from the same SQL on the same server with the same
 * safe settings; the processor time of each over all processes; and casting through HTTP, as fast as it goes and at 50 a second.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { castBallot } from '@pursestrings/contracts/ballots';
import { addressOf } from '@pursestrings/contracts/endpoint';
import { build, Installation } from '../apps/api/test/killer/installation.ts';
import { makeOpen, type TestRound } from '../apps/api/test/make/round.ts';
import { makeResidents, type OutsideWorld, openWorld } from './harness/outside-world.ts';
import { pgbench } from './harness/pgbench.ts';
import { processorSeconds, serverSeconds } from './harness/processor-time.ts';
import { loadProgram, type Program, type Statement } from './harness/program.ts';
import { type Figure, quantile, report } from './harness/report.ts';

/** As many connections as the program's pool has. */
const clients = 10;
const seconds = 4;
const turns = 2;
/** Voters for each turn of each side; nobody votes twice, so that every ballot is a voter's first. */
const votersATurn = 40_000;
const signedIn = 4_000;

/** The id of the n-th voter who is only on the list; pgbench makes the same one in SQL. */
const voterId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const voterInSql = `('00000000-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))`;
const eventInSql = `('00000000-0000-7000-9000-' || lpad(to_hex(:n::int), 12, '0'))`;

interface Rate {
  readonly perSecond: number;
  /** Milliseconds of processor time a ballot, over all processes. */
  readonly processorMs: number;
}

/** Casts by the program's own path, `clients` at a time: check, seal, transaction, box. */
async function castInProcess(program: Program, round: TestRound, first: number): Promise<{ count: number; seconds: number }> {
  const cast = program.app.get(program.CastBallot, { strict: false });
  const actor = program.programIn(round.place.id);
  let next = first;
  let count = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      next += 1;
      const ballot = {
        roundId: round.id,
        voterId: voterId(next),
        channel: 'sign_in' as const,
        formKey: randomUUID(),
        choices: [{ code: 'p1' }],
      };
      const answer = await cast.run(actor, ballot);
      if (!answer.ok) throw new Error(`A ballot was refused: ${answer.problem.code}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return { count, seconds: (performance.now() - began) / 1000 };
}

/** The statements that the program sends for one ballot, with expressions in place of what is another for each ballot: voter, form, envelope, event. */
function scriptOf(statements: readonly Statement[], voter: string): string {
  const lines = statements.map(({ sql, parameters }) => {
    const isBox = sql.includes('vote.cast(');
    return `${sql.replace(/\$(\d+)/g, (_, at: string) => inSql(parameters[Number(at) - 1], { voter, isBox, isRef: isBox && at === '3' }))};`;
  });
  return ['\\set i :i + 1', `\\set n :first + :i * ${clients} + :client_id`, ...lines].join('\n').replaceAll('START TRANSACTION', 'BEGIN');
}

function inSql(value: unknown, { voter, isBox, isRef }: { voter: string; isBox: boolean; isRef: boolean }): string {
  if (value === null) return 'NULL';
  if (isRef) return `sha256(convert_to(${voterInSql}, 'UTF8'))`;
  if (Buffer.isBuffer(value)) {
    // An envelope is as good as random; the hash of the key is the same for all.
    const random = 'uuid_send(gen_random_uuid()) || ';
    return value.length > 32 ? `(${random}'\\x${value.subarray(16).toString('hex')}'::bytea)` : `'\\x${value.toString('hex')}'::bytea`;
  }
  const text = String(value);
  if (text === voter) return `${voterInSql}::uuid`;
  if (text.includes(voter)) return `('${text.replace(voter, `' || ${voterInSql} || '`)}')::jsonb`;
  const isFixed = fixed.has(text);
  if (!isFixed && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)) return isBox ? 'gen_random_uuid()' : `${eventInSql}::uuid`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Ids that are the same for every ballot. */
const fixed = new Set<string>();

async function captureScript(program: Program, round: TestRound): Promise<string> {
  fixed.add(round.id).add(round.place.id);
  const voter = voterId(1);
  const cast = program.app.get(program.CastBallot, { strict: false });
  const actor = program.programIn(round.place.id);
  const ballot = { roundId: round.id, channel: 'sign_in' as const, choices: [{ code: 'p1' }] };
  // The first reads the round, which is then remembered.
  await cast.run(actor, { ...ballot, voterId: voterId(2), formKey: randomUUID() });
  const end = program.keepStatements();
  await cast.run(actor, { ...ballot, voterId: voter, formKey: randomUUID() });
  return scriptOf(end(), voter);
}

async function ballotsIn(world: OutsideWorld, round: TestRound): Promise<number> {
  const [row] = await world.admin<{ ballots: number }>('SELECT count(*)::int AS ballots FROM vote.link WHERE round_id = $1', [round.id]);
  return row?.ballots ?? 0;
}

async function compare(
  program: Program,
  installation: Installation,
  { world, round }: { world: OutsideWorld; round: TestRound },
): Promise<readonly Figure[]> {
  await world.admin(
    `INSERT INTO vote.roll (neighbourhood_id, round_id, voter_id, added)
     SELECT $1, $2, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'opening' FROM generate_series(1, $3::int) n`,
    [round.place.id, round.id, votersATurn * (turns * 2 + 1)],
  );
  const script = await captureScript(program, round);
  const postgres = installation.pids().postgres;
  const [ours, theirs]: [Rate[], Rate[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    const first = votersATurn * (turn * 2 + 1);
    await world.admin('CHECKPOINT');
    const inTheBox = await ballotsIn(world, round);
    let before = serverSeconds(postgres);
    const bench = await pgbench({ url: installation.urls.appUrl, script, clients, seconds, variables: { i: 0, first } });
    if ((await ballotsIn(world, round)) !== inTheBox + bench.transactions)
      throw new Error('pgbench cast another number of ballots than it says.');
    theirs.push({
      perSecond: bench.perSecond,
      processorMs: ((serverSeconds(postgres) - before + bench.processorSeconds) / bench.transactions) * 1000,
    });
    await world.admin('CHECKPOINT');
    before = serverSeconds(postgres);
    const own = processorSeconds(process.pid);
    const cast = await castInProcess(program, round, first + votersATurn);
    const used = serverSeconds(postgres) - before + processorSeconds(process.pid) - own;
    ours.push({ perSecond: cast.count / cast.seconds, processorMs: (used / cast.count) * 1000 });
  }
  const mean = (list: readonly Rate[], pick: (rate: Rate) => number): number =>
    list.reduce((sum, rate) => sum + pick(rate), 0) / list.length;
  const [our, their] = [mean(ours, (rate) => rate.perSecond), mean(theirs, (rate) => rate.perSecond)];
  const how = `${clients} connections, ${turns} turns of ${seconds} s each, by turns`;
  return [
    { what: "ballots cast by the program's own path", value: our, unit: 'a second', note: `checked, sealed, into the box; ${how}` },
    { what: 'the same SQL by pgbench', value: their, unit: 'a second', note: 'nothing sealed; prepared statements; two threads' },
    { what: 'the program beside pgbench', value: our / their, unit: 'as many', note: 'the program is one thread and seals each envelope' },
    {
      what: 'processor time a ballot, the program',
      value: mean(ours, (rate) => rate.processorMs),
      unit: 'ms',
      note: 'program and PostgreSQL',
    },
    {
      what: 'processor time a ballot, pgbench',
      value: mean(theirs, (rate) => rate.processorMs),
      unit: 'ms',
      note: 'pgbench and PostgreSQL',
    },
  ];
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** Casts through HTTP; milliseconds until the answer. */
function castOverHttp(address: string, round: TestRound, cookie: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ formId: randomUUID(), choices: [{ code: 'p1' }] });
    const headers = {
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'sec-fetch-site': 'same-origin',
    };
    const asking = request(`${address}${addressOf(castBallot, round.params)}`, { method: 'POST', agent, headers }, (reply) => {
      let said = '';
      reply.on('data', (part) => {
        said += String(part);
      });
      reply.on('end', () =>
        reply.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${reply.statusCode}: ${said}`)),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

async function throughHttp(
  installation: Installation,
  round: TestRound,
  people: readonly { cookie: string }[],
): Promise<readonly Figure[]> {
  const { app, postgres } = installation.pids();
  let next = 0;
  const cookie = (): string => people[next++ % people.length]?.cookie ?? '';
  const cast = () => castOverHttp(installation.address, round, cookie());
  for (let at = 0; at < 50; at += 1) await cast();
  const before = processorSeconds(app) + serverSeconds(postgres);
  const began = performance.now();
  let count = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < began + seconds * 1000) {
      await cast();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: 2 * clients }, worker));
  const took = (performance.now() - began) / 1000;
  const used = processorSeconds(app) + serverSeconds(postgres) - before;
  const waits: Promise<number>[] = [];
  for (let at = 0; at < 50 * seconds; at += 1) {
    waits.push(cast());
    await wait(20);
  }
  const times = await Promise.all(waits);
  return [
    {
      what: 'ballots through HTTP, as fast as it goes',
      value: count / took,
      unit: 'a second',
      note: `${2 * clients} people at once, signed in`,
    },
    {
      what: 'processor time a ballot through HTTP',
      value: (used / count) * 1000,
      unit: 'ms',
      note: 'app and PostgreSQL; the clients not counted',
    },
    { what: 'a ballot through HTTP at 50 a second, median', value: quantile(times), unit: 'ms' },
    { what: 'a ballot through HTTP at 50 a second, 95 in 100', value: quantile(times, 0.95), unit: 'ms', limit: 300 },
  ];
}

const built = build();
const installation = await Installation.make({}, built);
try {
  await installation.serve({ url: installation.urls.appUrl, dataFolder: installation.folder });
  const world = openWorld(installation);
  const place = await world.makePlace('kettlewick');
  const chair = await world.makePerson(place, ['chair', 'member', 'verified_resident']);
  const people = await makeResidents(world, place, signedIn);
  const round = await makeOpen(world, { chair, costs: Array.from({ length: 12 }, (_, at) => 300_000 + at * 10_000) });
  const http = await throughHttp(installation, round, people);
  await installation.stopPrograms();
  const program = await loadProgram(installation, built);
  report('cast', [...(await compare(program, installation, { world, round })), ...http]);
  await program.app.close();
  await world.stop();
} finally {
  await installation.stop();
  agent.destroy();
}

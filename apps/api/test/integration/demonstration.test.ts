import { idOf as idOfKind } from '@pursestrings/basics/ids';
import { systemClock } from '@pursestrings/basics/time';
import { readHome } from '@pursestrings/contracts/home';
import { readPurse } from '@pursestrings/contracts/money';
import { inMemory } from '@pursestrings/verify/published-folder';
import { verifyPublished } from '@pursestrings/verify/verify-published';
import { loadDemonstration } from '../../src/demonstration/load.ts';
import { OpenDataOfPlace } from '../../src/modules/publication/index.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_DEMONSTRATION: 'yes' });
  expect(await loadDemonstration(world.app, systemClock, () => undefined)).toBe('loaded');
}, 120_000);
afterAll(() => world.stop());

const kettlewick = { params: { place: 'kettlewick' } };
const idOf = async (slug: string) => (await world.admin<{ id: string }>('SELECT id FROM neighbourhood WHERE slug = $1', [slug]))[0]?.id;

test('M10: the sums of the story come out of the ledger to the penny', async () => {
  expect((await world.ask(readPurse, kettlewick)).body.purse).toEqual({
    awardedPence: 129_755_574,
    spentPence: 51_234_018,
    promisedPence: 18_790_000,
    setAsidePence: 21_500_000,
    freePence: 38_231_556,
    returnedPence: 0,
  });
  const awards = await world.admin<{ slug: string; amount_pence: string }>(
    'SELECT n.slug, w.amount_pence FROM award w JOIN neighbourhood n ON n.id = w.neighbourhood_id ORDER BY n.slug',
  );
  expect(awards).toEqual([
    { slug: 'kettlewick', amount_pence: '129755574' },
    { slug: 'marram-top', amount_pence: '127714352' },
    { slug: 'staithe-row', amount_pence: '102530074' },
  ]);
});

test('spent, promised and set aside are made of what the story says', async () => {
  const place = await idOf('kettlewick');
  const spent = await world.admin<{ theme: string; sum: string }>(
    `SELECT p.theme, sum(a.balance_pence)::text AS sum FROM ledger.account a JOIN project p ON p.neighbourhood_id = a.neighbourhood_id AND p.id = a.subject_id
     WHERE a.neighbourhood_id = $1 AND a.kind = 'spent' GROUP BY p.theme ORDER BY p.theme`,
    [place],
  );
  expect(Object.fromEntries(spent.map(({ theme, sum }) => [theme, sum]))).toEqual({
    'Old Bakery hub': '16845000',
    'Our worker': '14236000',
    'Young people': '7190540',
    'Streets and green places': '5421278',
    'Small grants': '4138000',
    'Skills and support': '3403200',
  });
  const promised = await world.admin<{ title: string; sum: string }>(
    `SELECT p.title, a.balance_pence::text AS sum FROM ledger.account a JOIN project p ON p.neighbourhood_id = a.neighbourhood_id AND p.id = a.subject_id
     WHERE a.neighbourhood_id = $1 AND a.kind = 'promised' AND a.balance_pence > 0 ORDER BY a.balance_pence DESC`,
    [place],
  );
  expect(promised.map(({ title, sum }) => [title, sum])).toEqual([
    ['Hub roof', '6200000'],
    ['Our worker', '6150000'],
    ['Youth nights', '3995000'],
    ['New paths in Elm Field', '1300000'],
    ['Path lights', '620000'],
    ['Saturday bus', '525000'],
  ]);
  const aside = await world.admin<{ name: string; sum: string }>(
    `SELECT name, balance_pence::text AS sum FROM ledger.account WHERE neighbourhood_id = $1 AND kind = 'set_aside' ORDER BY balance_pence DESC`,
    [place],
  );
  expect(aside.map(({ name, sum }) => [name, sum])).toEqual([
    ['Skills and support', '9000000'],
    ['Reserve for the Old Bakery hub', '6000000'],
    ['Autumn vote', '4000000'],
    ['Small grants', '2500000'],
  ]);
});

test('the spring vote comes out of the count: five chosen, £28,720, and the summer vote of 5,000 too', async () => {
  const [spring] = await world.admin<{ ballots: number; spent_pence: string; titles: string[] }>(
    `SELECT r.ballots, r.spent_pence, ARRAY(SELECT p.title FROM round_project p WHERE p.neighbourhood_id = r.neighbourhood_id AND p.round_id = r.round_id AND p.outcome = 'chosen' ORDER BY p.position) AS titles
     FROM round_result r JOIN round o ON o.neighbourhood_id = r.neighbourhood_id AND o.id = r.round_id WHERE o.title = 'Spring vote'`,
  );
  expect(spring).toEqual({
    ballots: 412,
    spent_pence: '2872000',
    titles: ['Community kitchen', 'Path lights', 'Saturday bus', 'Benches', 'Welcome table'],
  });
  const [summer] = await world.admin<{ ballots: number }>(
    `SELECT r.ballots FROM round_result r JOIN round o ON o.neighbourhood_id = r.neighbourhood_id AND o.id = r.round_id WHERE o.title = 'Summer vote'`,
  );
  expect(summer?.ballots).toBe(5_000);
});

test('the home page has something true on every slip', async () => {
  const home = (await world.ask(readHome, kettlewick)).body;
  expect(home.round).toMatchObject({ title: 'Autumn vote', state: 'open', proposals: 9, potPence: 4_000_000 });
  expect(home.meeting).toMatchObject({ items: 4, papersPublished: true });
  expect(home.decisions).toHaveLength(3);
  expect(home.projects.map((project: { standing: string }) => project.standing)).toContain('late');
  expect(await world.admin(`SELECT FROM payment WHERE state = 'sent'`)).toHaveLength(2);
  expect((await world.ask(readHome, { params: { place: 'marram-top' } })).body).toMatchObject({
    round: null,
    meeting: null,
    decisions: [],
  });
});

test('what Kettlewick publishes fits together, and one changed byte in any file is found and its file named', async () => {
  const files = await world.app
    .get(OpenDataOfPlace, { strict: false })
    .files(programIn(idOfKind<'neighbourhood'>((await idOf('kettlewick')) ?? '')));
  const published = new Map(files.map(({ path, text }) => [path, Buffer.from(text)]));
  expect((await verifyPublished(inMemory('kettlewick', published))).findings).toEqual([]);
  for (const [path, bytes] of published) {
    const changed = Buffer.from(bytes);
    const at = Math.floor(bytes.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { findings } = await verifyPublished(inMemory('kettlewick', new Map([...published, [path, changed]])));
    expect({ path, named: findings.some((finding) => JSON.stringify(finding).includes(path.replace('.sha256', ''))) }).toEqual({
      path,
      named: true,
    });
  }
}, 120_000);

test('loading again changes nothing', async () => {
  expect(await loadDemonstration(world.app, systemClock, () => undefined)).toBe('already');
});

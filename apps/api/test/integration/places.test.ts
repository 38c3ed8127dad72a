import { readMe } from '@pursestrings/contracts/people';
import { listPlaces, readPlace } from '@pursestrings/contracts/places';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.stop());

test('a place is found by its short name; another is not found', async () => {
  const place = await world.makePlace('kettlewick');
  expect(await world.ask(readPlace, { params: { place: place.slug } })).toMatchObject({
    status: 200,
    body: { place: { name: 'Kettlewick' } },
  });
  expect(await world.ask(readPlace, { params: { place: 'nowhere' } })).toMatchObject({
    status: 404,
    body: { problem: { code: 'not-found' } },
  });
  expect(await world.ask(listPlaces)).toMatchObject({ status: 200, body: { places: [{ slug: 'kettlewick' }] } });
});

test('H1: a role holds in its own neighbourhood, between its dates, and nowhere else', async () => {
  const home = await world.makePlace();
  const away = await world.makePlace();
  const chair = await world.makePerson(home, ['chair', 'verified_resident']);
  const rolesIn = async (slug: string) => (await world.ask(readMe, { as: chair, query: { place: slug } })).body.roles.toSorted();
  expect(await rolesIn(home.slug)).toEqual(['chair', 'resident', 'verified_resident']);
  expect(await rolesIn(away.slug)).toEqual([]);
  await world.admin(`UPDATE role SET ends_on = current_date WHERE person_id = $1`, [chair.id]);
  expect(await rolesIn(home.slug)).toEqual(['resident', 'verified_resident']);
});

test('H1: the serving role sees no row of another neighbourhood, nor of any when none is set', async () => {
  const place = await world.makePlace();
  await world.makePerson(place, []);
  const { Client } = (await import('pg')).default;
  const app = new Client({ connectionString: world.db.appUrl });
  await app.connect();
  const seen = async () => (await app.query('SELECT count(*)::int AS n FROM person WHERE neighbourhood_id = $1', [place.id])).rows[0].n;
  expect(await seen()).toBe(0);
  await app.query('BEGIN');
  await app.query(`SELECT set_config('app.neighbourhood', $1, true)`, [place.id]);
  expect(await seen()).toBe(1);
  await app.query('COMMIT');
  expect(await seen()).toBe(0);
  await app.end();
});

test('an unknown address of the API is a plain refusal in JSON, with its headers', async () => {
  const response = await world.app.inject({ url: '/api/v1/nothing-here' });
  expect(response.statusCode).toBe(404);
  expect(response.json()).toEqual({ problem: { code: 'not-found' } });
  expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  expect(response.headers['referrer-policy']).toBe('same-origin');
});

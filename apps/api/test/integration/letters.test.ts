import { readLetters } from '@pursestrings/contracts/notices';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_PUBLIC_URL: 'http://localhost:3000' });
});
afterAll(() => world.stop());

const asked = async (host: string, remoteAddress: string) =>
  (await world.app.inject({ url: '/api/v1/letters', headers: { host }, remoteAddress })).statusCode;

test('without mail, letters with codes are read at the laptop itself, and from nowhere else', async () => {
  expect((await world.ask(readLetters)).body).toEqual({ letters: [], more: false });
  expect(await asked('localhost:3000', '127.0.0.1')).toBe(200);
  expect(await asked('localhost:3000', '192.0.2.7')).toBe(404);
  expect(await asked('somewhere.example.org', '127.0.0.1')).toBe(404);
});

import { newId } from '@pursestrings/basics/ids';
import { ok, problem } from '@pursestrings/basics/result';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { EventHandlers, type RecordedEvent } from '../../src/platform/events/handlers.ts';
import { record } from '../../src/platform/events/record.ts';
import { programIn } from '../../src/platform/http/actor.ts';
import { makeWorld, type World } from '../make/world.ts';

let world: World;
const heard: RecordedEvent[] = [];

beforeAll(async () => {
  world = await makeWorld({ PURSESTRINGS_JOBS_HERE: 'yes' });
  world.app.get(EventHandlers, { strict: false }).on(['test.happened'], async (event) => {
    heard.push(event);
  });
});
afterAll(() => world.stop());

async function until(enough: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !enough(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

test('each event reaches its handler, with its neighbourhood, and what was undone is never told', async () => {
  const transactions = world.app.get(Transactions, { strict: false });
  const places = [await world.makePlace(), await world.makePlace()];
  const subjects: string[] = [];
  for (const place of places) {
    for (let turn = 0; turn < 5; turn += 1) {
      const subjectId = newId();
      subjects.push(subjectId);
      await transactions.run(programIn(place.id), async (tx) => ok(await record(tx, { type: 'test.happened', subjectId })));
    }
    await transactions.run(programIn(place.id), async (tx) => {
      await record(tx, { type: 'test.happened', subjectId: newId() });
      return problem({ code: 'undone' });
    });
  }
  await until(() => heard.length >= subjects.length);
  expect(heard.map((event) => event.subjectId).toSorted()).toEqual(subjects.toSorted());
  expect(new Set(heard.map((event) => event.neighbourhoodId))).toEqual(new Set(places.map((place) => place.id)));
  expect(await world.admin('SELECT FROM event_waiting')).toHaveLength(0);
});

test('the audit log is append-only, for its owner too', async () => {
  await expect(world.admin(`UPDATE event SET type = 'other'`)).rejects.toThrow('append-only');
  await expect(world.admin('DELETE FROM event')).rejects.toThrow('append-only');
});

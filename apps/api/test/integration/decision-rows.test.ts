import { makeDecision } from '../make/decision.ts';
import { makeWorld, type TestPlace, type World } from '../make/world.ts';

let world: World;
let place: TestPlace;
beforeAll(async () => {
  world = await makeWorld();
  place = await world.makePlace();
});
afterAll(() => world.stop());

const change = async (id: string, set: string) => world.admin(`UPDATE decision SET ${set} WHERE id = $1`, [id]);

test.each([
  ['D1: more votes than members without an interest', 'votes_for = 8', 'decision_only_who_may_vote'],
  ['D2: quorum without enough members nor a way', 'can_decide = 7, needed = 8', 'decision_quorum'],
  ['D2: a way without the words for the minutes', "way = 'defer'", 'decision_way'],
  ['D3: carried while residents did not cast most of the votes', 'resident_votes = 3', 'decision_residents'],
  ['D3: carried while residents do not hold most of the seats', 'resident_members = 4', 'decision_residents'],
  ['D3: carried without enough residents', 'residents_enough = false', 'decision_carried'],
  ['no casting vote: carried by as many for as against', 'votes_for = 3, votes_against = 3, resident_votes = 6', 'decision_carried'],
  ['D4: published away from the result without its reason', "departs = true, state = 'published'", 'decision_departs'],
  ['published without reasons', "reasons = ' ', state = 'published'", 'decision_reasoned'],
])('the database refuses %s', async (_, set, constraint) => {
  const { id } = await makeDecision(world, place, { state: 'recorded' });
  await change(id, 'published_at = now()');
  await expect(change(id, set)).rejects.toThrow(constraint);
});

test('P1: nothing of a published decision is changed or deleted, by the owner of the table either; a newer version may stand beside it', async () => {
  const { id } = await makeDecision(world, place);
  for (const set of [
    "reasons = 'Another reason'",
    'votes_against = 1',
    "published_at = now() + interval '1 day'",
    "state = 'recorded'",
    "state = 'superseded', title = 'x'",
  ]) {
    await expect(change(id, set)).rejects.toThrow('a published decision is never changed');
  }
  await expect(world.admin('DELETE FROM decision WHERE id = $1', [id])).rejects.toThrow('never deleted');
  await change(id, "state = 'superseded'");
  await expect(change(id, "state = 'published'")).rejects.toThrow('never changed');
});

test('one motion has one decision that stands', async () => {
  const { id } = await makeDecision(world, place);
  const copy = `INSERT INTO decision SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'slug', gen_random_uuid()))).* FROM decision d WHERE id = $1`;
  await expect(world.admin(copy, [id])).rejects.toThrow('decision_one_now');
});

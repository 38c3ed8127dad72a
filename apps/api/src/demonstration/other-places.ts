import type { AccountId } from '@pursestrings/basics/ids';
import { newId } from '@pursestrings/basics/ids';
import type { Tx } from '../platform/database/transactions.ts';
import { addPeople } from './people.ts';
import type { Services } from './services.ts';
import type { ShiftedDays } from './shifted-days.ts';
import { pounds } from './story.ts';
import { holdVote, ticks } from './votes.ts';

/** Marram Top has just begun: a chair, the council's contact, and what a few people said at the front door. */
export async function tellMarramTop(tx: Tx, days: ShiftedDays, known: Readonly<Record<string, AccountId>>): Promise<void> {
  await addPeople(
    tx,
    [
      {
        key: 'sam',
        name: 'Sam Okoro',
        roles: ['chair', 'member'],
        what: 'chairs a partnership that is just starting',
        seat: 'resident',
        duty: 'chair',
        livesHere: true,
      },
      { key: 'ruth', name: 'Ruth Ashby', roles: ['liaison_officer'] },
    ],
    { since: days.day('2026-11-01'), known },
  );
  for (const words of [
    'A bench where the old ladies wait for the bus',
    'Somewhere warm after school',
    'Get the lights on Cliff Road mended',
  ]) {
    await tx.query(`INSERT INTO idea (neighbourhood_id, id, words) VALUES ($1, $2, $3)`, [tx.actor.neighbourhoodId, newId(), words]);
  }
}

const projects = 40;
const voters = 5_000;

/** A small repeatable generator (mulberry32): the same seed gives the same ballots on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const things = ['Benches', 'Lights', 'Trees', 'Bins', 'Lunch club', 'Football', 'Library hour', 'Path', 'Planters', 'Music'];
const streets = ['Quay Street', 'Net Lane', 'Chapel Hill', 'the Green'];

/** Staithe Row shows size: 5,000 ballots over 40 projects from a fixed seed, counted and published. */
export async function tellStaitheRow(
  tx: Tx,
  services: Services,
  { days, known }: { readonly days: ShiftedDays; readonly known: Readonly<Record<string, AccountId>> },
): Promise<void> {
  const people = await addPeople(
    tx,
    [
      {
        key: 'ines',
        name: 'Ines Duarte',
        roles: ['chair', 'member'],
        what: 'chairs the partnership',
        seat: 'resident',
        duty: 'chair',
        livesHere: true,
      },
      { key: 'ivor', name: 'Ivor Pugh', roles: ['scrutineer'], livesHere: true },
      { key: 'beth', name: 'Beth Lund', roles: ['scrutineer'], livesHere: true },
      { key: 'ruth', name: 'Ruth Ashby', roles: ['liaison_officer'] },
    ],
    { since: days.day('2024-01-01'), known },
  );
  const next = generator(20_260_606);
  const costs = Array.from({ length: projects }, () => 800 + Math.floor(next() * 115) * 100);
  const liking = Array.from({ length: projects }, () => next() ** 2);
  const ballots = Array.from({ length: voters }, () => {
    const home = Math.floor(next() * streets.length);
    const chosen = liking.flatMap((like, at) => (next() < like * 0.22 + (at % streets.length === home ? 0.06 : 0) ? [at] : []));
    return ticks(projects, chosen);
  });
  await holdVote(tx, services, {
    round: {
      title: 'Summer vote',
      question: 'What should we do with £90,000?',
      potPence: pounds(90_000),
      opensAt: days.at('2026-06-05', '09:00'),
      closesAt: days.at('2026-06-26', '17:00'),
      retold: true,
      projects: costs.map((cost, at) => {
        const title = `${things[at % things.length]} on ${streets[Math.floor(at / things.length)]}`;
        return { proposalId: null, title, summary: `${title}, for everybody who lives near.`, cost: pounds(cost) };
      }),
    },
    ballots,
    checkers: [people.ivor?.id ?? '', people.beth?.id ?? ''],
    checkedAt: days.at('2026-06-29', '18:00'),
  });
}

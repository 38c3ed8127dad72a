import { Temporal } from '@pursestrings/basics/time';
import type { Role } from '@pursestrings/contracts/endpoint';
import { hashOfRules, type RulesToFreeze } from './round-rule.ts';
import { checkDates, deedsFor, limitsFor } from './rounds.rules.ts';

const roles = (...names: Role[]) => new Set<Role>(names);

test('what may be done with a round depends on its state and on who asks', () => {
  expect(deedsFor('draft', roles('chair'))).toEqual(['announce', 'cancel']);
  expect(deedsFor('draft', roles('member'))).toEqual([]);
  expect(deedsFor('open', roles('helper'))).toEqual(['give_code']);
  expect(deedsFor('closed', roles('scrutineer'))).toEqual(['count']);
  expect(deedsFor('provisional', roles('chair'))).toEqual([]);
  expect(deedsFor('provisional', roles('scrutineer'))).toEqual(['confirm']);
  expect(deedsFor('verified', roles('chair'))).toEqual(['publish']);
  expect(deedsFor('published', roles('chair', 'scrutineer'))).toEqual(['recount']);
  for (const state of ['draft', 'open', 'closed', 'provisional', 'published'] as const)
    expect(deedsFor(state, roles('platform_admin', 'verified_resident'))).toEqual([]);
});

test('a kind of ballot that needs a number is refused without it', () => {
  expect(limitsFor('points', {})).toEqual({ ok: false, problem: { code: 'limit-missing', limit: 'pointsToGive' } });
  expect(limitsFor('approval', {})).toMatchObject({ ok: true, value: { mostChoices: null } });
});

test('voting runs for some time', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  expect(checkDates(at('2026-12-01T09:00Z'), at('2026-12-01T09:00Z')).ok).toBe(false);
  expect(checkDates(at('2026-12-01T09:00Z'), at('2026-12-01T09:00:01Z')).ok).toBe(true);
});

test('V3: the hash of the rules changes with each of them, and not with the order in which they are written', () => {
  const rules: RulesToFreeze = {
    roundId: '0198',
    title: 'Vote',
    question: 'Which?',
    potPence: 100,
    ballotType: 'approval',
    rule: {
      count: { method: 'phragmen', minimumSupport: 1, rankedPoints: 'longest' },
      limits: { mostChoices: null, pointsToGive: null, highestScore: null, longestRanking: null },
      ties: 'id',
    },
    opensAt: 'a',
    closesAt: 'b',
    projects: [{ code: 'p1', title: 'One', costPence: 5 }],
    seedCommitment: '00',
  };
  const hash = hashOfRules(rules).toString('hex');
  expect(hashOfRules(Object.fromEntries(Object.entries(rules).reverse()) as unknown as RulesToFreeze).toString('hex')).toBe(hash);
  for (const change of [
    { potPence: 101 },
    { closesAt: 'c' },
    { seedCommitment: '01' },
    { projects: [{ code: 'p1', title: 'One', costPence: 6 }] },
  ]) {
    expect(hashOfRules({ ...rules, ...change }).toString('hex')).not.toBe(hash);
  }
});

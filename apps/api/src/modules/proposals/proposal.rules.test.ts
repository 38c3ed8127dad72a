import { proposalMoves } from '@pursestrings/contracts/look';
import { afterDecision, checkMove, type MoveFacts, missingAnswers, publicStatesOf, stageOf } from './proposal.rules.ts';

const facts: MoveFacts = { state: 'submitted', hasCost: true, isOwn: false, hasInterest: false, hasReason: true };

test('nobody moves their own proposal, nor one in which they declared an interest', () => {
  for (const move of proposalMoves) {
    expect(checkMove(move, { ...facts, isOwn: true })).toEqual({ ok: false, problem: { code: 'own-proposal' } });
    expect(checkMove(move, { ...facts, hasInterest: true })).toEqual({ ok: false, problem: { code: 'declared-interest' } });
  }
});

test('each step out needs a reason, and being ready needs a cost', () => {
  expect(checkMove('ask_changes', { ...facts, hasReason: false })).toMatchObject({ problem: { code: 'reason-needed' } });
  expect(checkMove('decline', { ...facts, state: 'checking', hasReason: false })).toMatchObject({ problem: { code: 'reason-needed' } });
  expect(checkMove('ready', { ...facts, state: 'checking', hasCost: false })).toMatchObject({ problem: { code: 'cost-needed' } });
  expect(checkMove('ready', { ...facts, state: 'not_chosen_this_time' })).toEqual({ ok: true, value: 'ready' });
});

test('a proposal cannot be moved out of turn', () => {
  expect(checkMove('publish', { ...facts, state: 'draft' })).toEqual({
    ok: false,
    problem: { code: 'not-from-this-state', state: 'draft' },
  });
  expect(checkMove('decline', { ...facts, state: 'on_ballot' })).toMatchObject({ ok: false });
});

test('public stages hold no private state', () => {
  expect(publicStatesOf('sent')).toEqual([]);
  expect(publicStatesOf('talking')).toEqual(['in_discussion']);
  expect(stageOf('project')).toBe('happening');
});

test('where and cost may be found out together; the rest must be there', () => {
  expect(missingAnswers({ title: 'Benches', what: ' ', why: 'w', who: '', where: '', cost: '' })).toEqual(['what', 'who']);
});

test.each([
  ['chosen', 'carried', true, 'project'],
  ['ready', 'carried', false, 'agreed'],
  ['chosen', 'deferred', true, 'deferred'],
  ['deferred', 'carried', true, 'project'],
  ['ready', 'lost', true, 'declined'],
  ['ready', 'no_quorum', true, null],
  ['withdrawn', 'carried', true, null],
  ['project', 'lost', true, null],
] as const)('a proposal that is %s, %s (spending: %s), is then %s', (state, outcome, spends, then) => {
  expect(afterDecision(state, { outcome, spends })).toBe(then);
});

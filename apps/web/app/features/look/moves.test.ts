import { proposalMoves } from '@pursestrings/contracts/look';
import { boxesFor, movesFrom } from './moves.ts';

test('each move is offered somewhere, and nothing where nobody can do anything', () => {
  const states = ['submitted', 'in_discussion', 'checking', 'ready', 'not_chosen_this_time', 'not_possible_now', 'deferred'];
  expect(new Set(states.flatMap(movesFrom))).toEqual(new Set(proposalMoves));
  for (const state of ['draft', 'changes_asked', 'withdrawn', 'on_ballot', 'chosen', 'constructor']) expect(movesFrom(state)).toEqual([]);
});

test('a box is asked for only where a move needs it', () => {
  expect(boxesFor(movesFrom('submitted'))).toEqual({ cost: false, reason: true });
  expect(boxesFor(movesFrom('checking'))).toEqual({ cost: true, reason: true });
  expect(boxesFor(movesFrom('not_possible_now'))).toEqual({ cost: true, reason: false });
});

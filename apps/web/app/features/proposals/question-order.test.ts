import { longestAnswer, proposalQuestions } from '@pursestrings/contracts/proposals';
import { isNeeded, pageAfter, pageBefore, questionNamed, questionOrder } from './question-order.ts';

test('the questions are those of the contract, in its order', () => {
  expect(questionOrder).toEqual(proposalQuestions);
  expect(Object.keys(longestAnswer)).toEqual([...questionOrder]);
});

test('questions follow each other, and end where answers are checked', () => {
  expect(questionOrder.map((question) => pageAfter(question, false))).toEqual(['what', 'why', 'who', 'where', 'cost', 'check']);
  expect(questionOrder.map((question) => pageBefore(question, false))).toEqual([null, 'title', 'what', 'why', 'who', 'where']);
  expect(pageAfter('what', true)).toBe('check');
  expect(pageBefore('title', true)).toBe('check');
});

test('where it is and what it costs may stay open; no other address is a question', () => {
  expect(questionOrder.filter((question) => !isNeeded(question))).toEqual(['where', 'cost']);
  expect(questionNamed('cost')).toBe('cost');
  expect(questionNamed('constructor')).toBeNull();
  expect(questionNamed(undefined)).toBeNull();
});

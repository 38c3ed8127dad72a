import fc from 'fast-check';
import { hints } from './hints.ts';

const kinds = (text: string) => hints(text).map((hint) => hint.kind);

test('offers to split a long sentence and a plainer word, with the place of each', () => {
  const text = `We could utilise the hall. ${'and then '.repeat(13)}we go home.`;
  expect(hints(text)).toEqual([
    { kind: 'plainer-word', start: 9, end: 16, words: 'You could say ‘use’ instead of ‘utilise’.' },
    expect.objectContaining({ kind: 'long-sentence', start: 27, words: 'This sentence is long. You could split it.' }),
  ]);
});

test('25 words in a sentence are fine, 26 are long', () => {
  expect(kinds(`${'word '.repeat(25)}.`)).toEqual([]);
  expect(kinds(`${'word '.repeat(26)}.`)).toEqual(['long-sentence']);
});

test.each([
  'We meet at Foster House and the Robust Coffee shop.',
  'Portal Street is dark.',
  'Ask Mr. Impact or Empower Kettlewick.',
  'The bus costs £8,400.50 and leaves at 10.30 from St. Mary’s.',
  'Purchase Close needs a lamp.',
])('lets names alone: %s', (text) => {
  expect(hints(text)).toEqual([]);
});

test('a word at the start of a sentence is still seen when it is no name', () => {
  expect(hints('Utilise the hall.')).toEqual([expect.objectContaining({ start: 0, end: 7 })]);
});

test('knows endings and both spellings, and takes the longer phrase', () => {
  expect(hints('They are utilizing it, finalised it, and wrote in order to explain.').map((hint) => hint.words)).toEqual([
    'You could say ‘use’ instead of ‘utilizing’.',
    'You could say ‘complete’ or ‘finish’ instead of ‘finalised’.',
    'You could say ‘to’ instead of ‘in order to’.',
  ]);
});

test('a residents’ text is never told off for the words that only we hold ourselves to', () => {
  expect(hints('Every user and every winner is welcome.')).toEqual([]);
});

test('never more than five hints, never a mark, always inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('utilise', 'hall', 'Foster', '.', '\n', 'in order to', '😀', 'prior to', '?')), (words) => {
      const text = words.join(' ');
      const found = hints(text);
      expect(found.length).toBeLessThanOrEqual(5);
      for (const hint of found) {
        expect(Object.keys(hint).toSorted()).toEqual(['end', 'kind', 'start', 'words']);
        expect(hint.start >= 0 && hint.end <= text.length && hint.start < hint.end).toBe(true);
      }
    }),
  );
});

import { checkOfficialWords } from './official-words.ts';

const says = (text: string, allowed: readonly string[] = []) =>
  checkOfficialWords(text, { allowed }).map((place) => [place.kind, place.text]);

test('the bus decision is in plain words', () => {
  expect(
    says(
      'We agreed to pay £8,400 for the Saturday bus. Six were for it, one against. Yusuf left the room, because his cousin hires out minibuses.',
    ),
  ).toEqual([]);
});

test('each hard place is named with its part of the text', () => {
  expect(says('Stakeholders will be notified prior to commencement. It commences soon.')).toEqual([
    ['word', 'Stakeholders'],
    ['word', 'prior to'],
    ['word', 'commences'],
  ]);
});

test('a word whose meaning stands beside it may be allowed, in any form of the list', () => {
  expect(says('The ring fencing holds.')).toEqual([['word', 'ring fencing']]);
  expect(says('The ring fencing holds.', ['Ring fencing'])).toEqual([]);
});

test('five sentences in a paragraph are fine, six are not; an empty line begins another', () => {
  const five = 'One is. Two is. Three is. Four is. Five is.';
  expect(says(`${five}\n\n${five}`)).toEqual([]);
  expect(says(`${five} Six is.`)).toEqual([['paragraph', `${five} Six is.`]]);
});

test('a sum, a time and a short form do not end a sentence', () => {
  const long = `It costs £8,400.50 at 10.30am on St. Mary’s Road ${'and on '.repeat(9)}.`;
  expect(says(long).map(([kind]) => kind)).toEqual(['sentence']);
});

test('says nothing about nothing', () => {
  expect(says('')).toEqual([]);
  expect(says(' \n ')).toEqual([]);
});

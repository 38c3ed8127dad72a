import type { Catalogue } from '../../messages/catalogue.ts';

const answers = (count: number) => (count === 1 ? '1 answer waits' : `${count} answers wait`);

const en = {
  patch: {
    title: 'Your neighbourhoods',
    description: 'What they decided, and what waits for the council.',
    waiting: (count: number) => (count === 0 ? 'No answer waits for you.' : `${answers(count)} for you.`),
    late: (count: number) => (count === 1 ? '1 is late.' : `${count} are late.`),
    noPlaces: 'You are not the council’s contact for a neighbourhood. If you should be, ask its partnership.',
    nothingWaits: 'Nothing waits here.',
    decided: 'Decided lately',
    nothingDecided: 'Nothing was decided lately.',
    answer: 'Answer',
    departs: 'Not as residents voted',
  },
  question: {
    asked: (day: string) => `Asked on ${day}`,
    due: (day: string) => `Due by ${day}`,
    late: (day: string) => `Late: it was due by ${day}`,
    about: 'About',
    answered: (day: string) => `The council answered on ${day}`,
  },
  list: {
    title: 'Asked of the council',
    description: (place: string) => `What ${place} has asked its council, and what the council answered.`,
    about: 'Every question and every answer is public.',
    none: 'Nothing has been asked yet.',
    ask: 'Ask the council',
    askLabel: 'What do you want to know?',
    askHint: 'Your question is public at once. The council has four weeks.',
  },
  answer: {
    title: 'Answer for the council',
    description: 'The council’s official answer, in public.',
    label: 'The council’s answer',
    hint: 'It is published at once with today’s date, and it stays. Name a day where something will happen.',
    go: 'Publish the answer',
  },
  fields: {
    words: 'Write what you want to know',
    answer: 'Write the answer',
  },
  refusals: {
    'already-answered': 'This is answered already.',
    'due-too-early': 'Name a later day.',
    'decision-not-found': 'That decision is not published.',
    'proposal-not-found': 'That proposal is not published.',
  },
};

/** Words of the pages about the council. */
export const liaisonMessages: Catalogue<typeof en> = { en };

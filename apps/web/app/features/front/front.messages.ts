import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  title: 'Pursestrings: neighbours who hold their own purse',
  heading: 'Neighbours who hold their own purse',
  description:
    'Some neighbourhoods have money of their own. The people who live there decide what it is for. Here you can see it, say it and vote.',
  about: 'Some neighbourhoods have money of their own. The people who live there decide what it is for. Nobody has to bid for it.',
  choose: 'Choose your neighbourhood',
  none: 'There is no neighbourhood here yet.',
  council: (name: string) => `Council: ${name}`,
  whatYouCanDo: 'What you can do here',
  doings: [
    {
      title: 'See where the money goes',
      words: 'Follow each pound from the fund to the person who was paid. Each payment has a decision behind it.',
    },
    { title: 'Say what is needed', words: 'One line is plenty. You do not need an account. Somebody reads each one and answers.' },
    {
      title: 'Vote in two minutes',
      words: 'On your phone, on paper or at the hub. All ways count the same. Anyone can count the votes again.',
    },
    { title: 'See what was decided', words: 'Each decision has its reason, who was there, and what became of it.' },
  ],
};

/** The first page of the site. */
export const frontMessages: Catalogue<typeof en> = { en };

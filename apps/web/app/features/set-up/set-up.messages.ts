import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  title: 'Set up a neighbourhood',
  description: 'Give a neighbourhood its name, its area and its first chair.',
  about: 'Five questions, and its front door is open. Everything but the name in its address can be changed later.',
  sections: { place: 'The place', money: 'Who is responsible', contact: 'Whom to ring', chair: 'The first chair' },
  name: 'What is it called?',
  nameHint: 'Its address is made from the name, and never changes.',
  council: 'Its council',
  postcodes: 'The postcodes of its area',
  postcodesHint: 'One a line, or with commas between them.',
  dataController: 'Who is responsible for what is kept about people?',
  dataControllerHint: 'The group that looks after the money, or the council. Nobody can join before this is said.',
  fundHolder: 'Who looks after the money?',
  fundHolderKind: 'What are they?',
  kinds: {
    locally_trusted_organisation: 'A local group that people trust',
    accountable_body: 'A council or another public body',
  },
  contactName: 'Whom to ring: a first name',
  contactPhone: 'Their telephone number',
  contactWhere: 'Where the door is open, and when',
  chairName: 'Their name',
  chairEmail: 'Their e-mail address',
  chairHint: 'They sign in by letter, then set up codes from their phone.',
  go: 'Open the front door',
  fields: {
    name: 'Write what it is called',
    postcodes: 'Write the postcodes of its area',
    dataController: 'Write who is responsible for what is kept about people',
    chairName: 'Write the name of the first chair',
    chairEmail: 'Write an e-mail address like name@example.org',
  },
  refusals: {
    'name-taken': { field: 'name', words: 'Another place has this name, or the site needs the word. Add something to it.' },
    'no-postcodes': { field: 'postcodes', words: 'Write the postcodes of its area' },
  },
  wrongPostcodes: (wrong: string) => `These are not postcodes: ${wrong}. Put them right or take them out.`,
};

/** Words of the page that sets up a neighbourhood. */
export const setUpMessages: Catalogue<typeof en> = { en };

import type { Catalogue } from '../../messages/catalogue.ts';
import type { AboutWords } from './about-page.tsx';

const en: AboutWords = {
  title: 'Privacy',
  description: 'What is kept about you, why, and what you can ask for.',
  about: 'You can read everything here without telling us who you are. Nothing on these pages is sent to other companies.',
  sections: [
    {
      title: 'Who is responsible',
      words: [
        'Each neighbourhood names who is responsible for what is kept about people there. It is the group that looks after its money, or the council. Ask the people named at the foot of its pages.',
      ],
    },
    {
      title: 'Your vote is secret',
      words: [
        'We keep that you voted, so that nobody votes twice. We do not keep a link from you to what you chose.',
        'Until a vote is counted, two key-holders together could find such a link. The keys are then destroyed, and nobody can.',
      ],
    },
    {
      title: 'What is kept, and why',
      list: [
        'If you make an account: your name and your e-mail address, so that you can sign in.',
        'If you vote: that you may, and that you did.',
        'If you send an idea or a proposal: your words, and the name that you choose to show.',
        'If you are paid or get a grant: what the law asks for. In public you are ‘an individual’.',
      ],
    },
    {
      title: 'Cookies',
      words: ['There is one cookie, once you sign in. It keeps you signed in. There are no others, and nobody follows you around.'],
    },
    {
      title: 'What you can ask for',
      list: [
        'See everything that is kept about you, in one file.',
        'Have mistakes put right.',
        'Have your details removed. Public records stay, without your name.',
        'Complain. You hear from us within 30 days. You can also ring the Information Commissioner on 0303 123 1113.',
      ],
    },
  ],
};

/** The privacy page. */
export const privacyMessages: Catalogue<AboutWords> = { en };

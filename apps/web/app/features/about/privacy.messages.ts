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
      title: 'Your vote',
      words: [
        'Your choices go into a sealed envelope. Opening the box takes two keys from different holders, after voting closes. The people who run this site cannot open it alone.',
        'We keep that you voted, so that nobody votes twice. Your choices are kept apart from that.',
        'For 28 days after voting closes, two key-holders with a copy of our records could still join votes to people. Then the keys and envelopes are deleted. The last copies are gone by day 35.',
        'No website is perfect. A dishonest person running it could see or change your choices before they are sealed. If that worries you, vote on paper.',
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

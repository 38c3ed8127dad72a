import type { Catalogue } from '../../messages/catalogue.ts';
import type { AboutWords } from './about-page.tsx';

const en: AboutWords = {
  title: 'Accessibility',
  description: 'How this site works for everybody, and what to do where it does not.',
  about: 'Everybody who lives here should be able to use this site. If you cannot, that is our mistake. Please tell us.',
  sections: [
    {
      title: 'What you should be able to do',
      list: [
        'Use every page on an old phone, with little data and without JavaScript.',
        'Use every page with a keyboard alone, or with a screen reader.',
        'Make the text twice as big without losing anything.',
        'Read in light or dark. The page follows the setting of your phone.',
        'Tell things apart without colour. Each colour has a word, a picture or a pattern beside it.',
      ],
    },
    {
      title: 'If you have a small data plan',
      words: [
        'Turn on data saving in your browser. We then leave out the special letters, the scripts and the pictures. The foot of each page says what it cost.',
      ],
    },
    {
      title: 'If you would rather not use a screen',
      words: [
        'Voting and telling us an idea also work on paper, and at the hub with somebody’s help. They count the same. The foot of your neighbourhood’s pages says whom to ring.',
      ],
    },
    {
      title: 'How we check',
      words: [
        'We aim for the Web Content Accessibility Guidelines 2.2, level AA. A program checks each kind of page: empty, full and with mistakes.',
        'A program cannot find everything. We have not yet had the site checked by people who use assistive technology every day.',
      ],
    },
    {
      title: 'Tell us what does not work',
      words: [
        'Ring or visit the people named at the foot of your neighbourhood’s pages. Say which page it was and what you wanted to do.',
        'If you are not happy with the answer, the Equality Advisory and Support Service can help: ring 0808 800 0082.',
      ],
    },
  ],
};

/** The accessibility statement. */
export const accessibilityMessages: Catalogue<AboutWords> = { en };

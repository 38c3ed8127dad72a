import type { Catalogue } from './catalogue.ts';

const en = {
  /** For mistakes that no page has words of its own for. */
  missing: 'Fill this in',
  tooLong: (most: number) => `Use ${most} letters or fewer`,
  tooShort: (least: number) => `Use ${least} letters or more`,
  notAnEmail: 'Write an e-mail address like name@example.org',
  notANumber: 'Write a number, like 12',
  notMoney: 'Write a sum of money in pounds, like 1,240 or 1240.50',
  notADay: 'Write a real day, like 27 3 2027',
  choose: 'Choose one',
  wrong: 'Check this answer',
  /** Refusals that any form may meet. */
  refusals: {
    'not-allowed': 'You cannot do this here. Sign in with another account, or ask your partnership.',
    'second-factor-needed': 'Show that it is you once more, then send this again.',
    'not-from-this-site': 'This form was open for a long time. Send it again.',
    'form-already-used': 'This form was sent before with other answers. Open the page anew, then fill it in again.',
    'too-many-requests': 'Many forms came from this phone or place at once. Wait a minute, then send it again.',
    'try-again': 'We could not save this just now. Nothing was changed. Send it again in a minute.',
  },
};

/** Mistakes in forms. Pages say it better where they can: 'Write how much it would cost'. */
export const formMessages: Catalogue<typeof en> = { en };
export type FormMessages = typeof en;

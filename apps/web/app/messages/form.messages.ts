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
};

/** Mistakes in forms. Pages say it better where they can: 'Write how much it would cost'. */
export const formMessages: Catalogue<typeof en> = { en };
export type FormMessages = typeof en;

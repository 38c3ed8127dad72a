import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  kept: {
    title: 'Letters',
    description: 'On a demonstration no e-mail goes out. Each letter can be read here.',
    about: 'This is a demonstration, so no e-mail goes out. Here is every letter of the last 30 days, newest first.',
    none: 'No letter has been written yet. Sign in, or follow something, and one will stand here.',
    to: (address: string, at: string) => `To ${address}, ${at}`,
    page: (page: number) => `Page ${page}`,
  },
  off: {
    title: 'Letters by e-mail',
    description: 'Stop the letters, or get them again.',
    on: (place: string) => `You get a letter from ${place} at each step of what you follow.`,
    isOff: (place: string) => `You get no more letters from ${place}.`,
    still: 'What happens still stands under My things. Codes for signing in still come when you ask for one.',
    stop: 'Stop these letters',
    again: 'Write to me again',
  },
};

/** Letters: those of a demonstration, and the page that stops them. */
export const lettersMessages: Catalogue<typeof en> = { en };

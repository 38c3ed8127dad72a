import type { Catalogue } from './catalogue.ts';

const en = {
  notFound: {
    title: 'We cannot find that page',
    words: ['If you typed the address, check that it is right.', 'If you followed a link, the page may belong to another neighbourhood.'],
  },
  notAllowed: {
    title: 'This page is not open to you',
    words: ['You may need to sign in with another account.', 'If you think that you should be able to see it, ask your partnership.'],
  },
  tooMany: {
    title: 'Please wait a little',
    words: ['Many requests came from this phone or place at once.', 'Nothing is lost. Wait a minute, then try again.'],
  },
  unavailable: {
    title: 'We are not able to show this page just now',
    words: ['Something that we rely on is not answering.', 'What was sent before is safe. Try again in a few minutes.'],
  },
  fault: {
    title: 'Something went wrong on our side',
    words: ['It was not your fault. What you sent before this is safe.', 'Go back and try again. If it goes wrong once more, ring us.'],
  },
  signedOut: {
    title: 'Sign in, then send it again',
    words: ['You have been signed out, so this was not sent. Everything that you typed is still on this page.'],
    first: 'Sign in. It opens in a new tab',
    comeBack: 'Come back to this page and press the button.',
    again: 'Send it again',
  },
  goHome: 'Go to the first page',
};

/** Pages for when a page cannot be shown. */
export const errorMessages: Catalogue<typeof en> = { en };

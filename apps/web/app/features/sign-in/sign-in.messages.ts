import type { Catalogue } from '../../messages/catalogue.ts';

const en = {
  ask: {
    title: 'Sign in',
    description: 'Sign in with your e-mail address. You need no password.',
    label: 'Your e-mail address',
    hint: 'We send you a letter with a code. You need no password.',
    byLetter: 'Sign in as yourself',
    send: 'Send me a code',
    withPassword: 'Sign in with a password instead',
    notJoined: 'Not joined yet?',
    joinIt: 'Join this neighbourhood',
    chooseNeighbourhood: 'Choose your neighbourhood and join',
    readWithout: 'You can read everything here without signing in.',
  },
  demonstration: {
    title: 'Try it as somebody',
    about: 'This is a demonstration. All places and people in it are made up. Press a name to be that person.',
    be: (name: string) => `Be ${name}`,
    where: (what: string, place: string) => `${what}, ${place}`,
  },
  code: {
    title: 'We sent you a letter',
    description: 'Type the code from the letter to sign in.',
    about: (minutes: number) => `It holds a code of six digits and a link. Use either one. They work for ${minutes} minutes.`,
    label: 'The code in the letter',
    hint: 'Six digits. You can copy and paste it.',
    go: 'Sign in',
    nothingCame: 'Nothing came?',
    nothingCameWords: [
      'Wait two minutes, and look among unwanted mail.',
      'Check that you wrote the address as you did when you joined.',
      'If the letter says that there is no account, join your neighbourhood first.',
    ],
    again: 'Ask for another letter',
  },
  link: {
    title: 'Sign in with your letter',
    description: 'One button, and you are signed in.',
    about: 'Press the button to sign in on this phone or computer.',
    go: 'Sign me in',
    notYou: 'You did not ask for this letter? Close this page. Nothing happens.',
  },
  password: {
    title: 'Sign in with a password',
    description: 'Sign in with your e-mail address and your password.',
    email: 'Your e-mail address',
    password: 'Your password',
    go: 'Sign in',
    forgotten: 'No password, or forgotten it? Sign in by letter',
  },
  secondFactor: {
    title: 'Show that it is you',
    description: 'Give the code from the app on your phone.',
    about: 'You look after money, votes or decisions. So we ask for a code that only your phone can show.',
    label: 'The code in the app on your phone',
    hint: 'Six digits. It changes every half minute.',
    go: 'Go on',
    later: 'Go on without. You can read, but not act for the partnership.',
  },
  out: {
    title: 'Sign out',
    description: 'Sign out on this phone or computer.',
    about: 'You will be signed out on this phone or computer. Everywhere else you stay signed in.',
    go: 'Sign out',
    done: 'You are signed out.',
  },
  fields: {
    email: 'Write an e-mail address like name@example.org',
    code: 'Write the six digits of the code',
    password: 'Write your password',
  },
  refusals: {
    'too-many-letters': 'Many letters went to this address within an hour. Look for the newest one, or wait an hour.',
    'code-wrong': { field: 'code', words: 'That is not the code. Look again at the newest letter or at the app.' },
    'letter-not-usable': 'This letter is used or too old. Ask for another one.',
    'too-many-tries': 'Too many tries. Wait a quarter of an hour, then try again.',
    'sign-in-refused': 'The address or the password is not right. Check both, or sign in by letter.',
    'no-second-factor': 'You have no codes on a phone yet. Set them up first.',
  },
};

/** Words of the pages for signing in and out. */
export const signInMessages: Catalogue<typeof en> = { en };

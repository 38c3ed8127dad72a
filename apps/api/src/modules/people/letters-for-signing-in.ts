import type { Letter } from '../../platform/mail/letters.ts';
import { letterMinutes } from './sign-in.rules.ts';

/** The letter that signs somebody in: a code to type and a link to press, whichever is easier. */
export function letterWithCode(to: string, { link, code }: { readonly link: string; readonly code: string }): Letter {
  return {
    to,
    subject: `${code} is your sign-in code`,
    words: [
      'Hello,',
      '',
      `Your code is ${code}`,
      '',
      'Type it on the page where you asked for it. Or open this link and press the button:',
      '',
      link,
      '',
      `Both work once, for ${letterMinutes} minutes.`,
      '',
      'If you did not ask for this, you need do nothing. Nobody can sign in without this letter. Never tell anybody the code.',
      '',
    ].join('\n'),
  };
}

/** The letter to an address that has no account. */
export function letterToStranger(to: string, site: string): Letter {
  return {
    to,
    subject: 'There is no account for this address',
    words: [
      'Hello,',
      '',
      'Somebody asked to sign in to Pursestrings with this address. It has no account there.',
      '',
      'If that was you, you may have used another address. Or you have not joined your neighbourhood yet. You can do that here:',
      '',
      site,
      '',
      'If it was not you, you need do nothing.',
      '',
    ].join('\n'),
  };
}

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { Letters } from '../../platform/mail/letters.ts';
import { letterMinutes } from './sign-in.rules.ts';

/** Writes and sends the letters of signing in. */
@Injectable()
export class SignInLetters {
  constructor(
    @Inject(Letters) private readonly letters: Letters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The letter that signs somebody in: a code to type and a link to press, whichever is easier. */
  async sendCode(to: string, { link, code }: { readonly link: string; readonly code: string }): Promise<void> {
    const words = [
      'Hello,',
      '',
      `Your code is ${code}`,
      '',
      'Type it on the page where you asked for it. Or open this link and press the button:',
      '',
      `${this.config.publicUrl}/sign-in/link/${link}`,
      '',
      `Both work once, for ${letterMinutes} minutes.`,
      '',
      'If you did not ask for this, you need do nothing. Nobody can sign in without this letter. Never tell anybody the code.',
      '',
    ];
    await this.letters.send({ to, subject: `${code} is your sign-in code`, words: words.join('\n') });
  }

  /** The letter to an address that has no account. */
  async sendToStranger(to: string): Promise<void> {
    const words = [
      'Hello,',
      '',
      'Somebody asked to sign in to Pursestrings with this address. It has no account there.',
      '',
      'If that was you, you may have used another address. Or you have not joined your neighbourhood yet. You can do that here:',
      '',
      this.config.publicUrl,
      '',
      'If it was not you, you need do nothing.',
      '',
    ];
    await this.letters.send({ to, subject: 'There is no account for this address', words: words.join('\n') });
  }
}

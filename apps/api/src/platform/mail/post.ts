import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../config.ts';
import type { Letter } from './letters.ts';

/**
 * What became of a letter: `taken` by the mail server, `refused` by it for good, `not-tried` (no conversation came about,
 * so it is certain that nothing went out), or `unknown` (the conversation broke off after the text had begun).
 */
export type Handover = 'taken' | 'refused' | 'not-tried' | 'unknown';

/** Faults of a conversation that never got as far as the letter's text. */
const beforeTheText = new Set(['ECONNREFUSED', 'ECONNECTION', 'EDNS', 'ENOTFOUND', 'EAUTH', 'ETLS']);

/** Hands letters to the mail server and says what became of each. Without a mail server each counts as taken: the letters page shows it. */
@Injectable()
export class Post {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.mailUrl === null ? null : createTransport(config.mailUrl);
  }

  async hand({ to, subject, words }: Letter): Promise<Handover> {
    if (this.transport === null) return 'taken';
    try {
      await this.transport.sendMail({ from: this.config.mailFrom, to, subject, text: words });
      return 'taken';
    } catch (fault) {
      return handoverOf(fault as { code?: string; responseCode?: number; command?: string });
    }
  }
}

/** Reads a fault of the mail client: a lasting refusal is a reply of 500 and over, a passing one asks to be tried again. */
export function handoverOf(fault: { code?: string; responseCode?: number; command?: string }): Handover {
  if (fault.responseCode !== undefined) return fault.responseCode >= 500 ? 'refused' : 'not-tried';
  if (beforeTheText.has(fault.code ?? '') || fault.command === 'CONN') return 'not-tried';
  return 'unknown';
}

import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@pursestrings/basics/ids';
import { ok } from '@pursestrings/basics/result';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../config.ts';
import { Transactions } from '../database/transactions.ts';
import { nobody } from '../http/actor.ts';
import { Log } from '../logging/log.ts';

/** A letter in plain text. */
export interface Letter {
  /** An e-mail address. */
  readonly to: string;
  readonly subject: string;
  /** The whole text, with lines of at most about 70 letters. */
  readonly words: string;
}

/**
 * Sends letters that somebody waits for at the screen: those for signing in. All others go as notices, which are kept,
 * counted and sent once. Call it after the transaction: nothing calls the network inside one.
 */
@Injectable()
export class Letters {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(Log) private readonly log: Log,
  ) {
    this.transport = config.mailUrl === null ? null : createTransport(config.mailUrl);
  }

  /**
   * Hands the letter to the mail server, and does not wait for it: how long that takes must not tell anybody which
   * addresses are known. Without a mail server the letter is kept, for the letters page of a laptop.
   */
  async send(letter: Letter): Promise<void> {
    if (this.transport === null) return await this.keep(letter);
    this.transport
      .sendMail({ from: this.config.mailFrom, to: letter.to, subject: letter.subject, text: letter.words })
      .catch((fault: unknown) => {
        this.log.error('letter.not-sent', { kind: fault instanceof Error ? fault.name : 'unknown' });
      });
  }

  private async keep(letter: Letter): Promise<void> {
    await this.transactions.run(nobody, async (tx) => {
      await tx.query(`DELETE FROM letter WHERE at < now() - interval '30 days'`);
      await tx.query('INSERT INTO letter (id, to_address, subject, words) VALUES ($1, $2, $3, $4)', [
        newId(),
        letter.to,
        letter.subject,
        letter.words,
      ]);
      return ok(undefined);
    });
  }
}

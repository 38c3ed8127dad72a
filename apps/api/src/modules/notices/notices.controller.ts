import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { chooseLetters, readLetters, readMyNotices, readStopLetters, stopLetters } from '@pursestrings/contracts/notices';
import { CONFIG, type Config } from '../../config.ts';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { LetterChoices } from './letter-choices.ts';
import { MyNoticesReads } from './my-notices.reads.ts';

/** What one was told, and which letters come. */
@Controller()
export class NoticesController {
  constructor(
    @Inject(LetterChoices) private readonly choices: LetterChoices,
    @Inject(MyNoticesReads) private readonly reads: MyNoticesReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(readMyNotices)
  async mine(@TheAsked() { actor }: Asked<typeof readMyNotices>): Answers<typeof readMyNotices> {
    return ok(await this.reads.mine(actor));
  }

  @Serves(chooseLetters)
  async choose(@TheAsked() { actor, body }: Asked<typeof chooseLetters>): Answers<typeof chooseLetters> {
    return await this.choices.choose(actor, body.letters);
  }

  @Serves(readStopLetters)
  async readStop(@TheAsked() { actor, params }: Asked<typeof readStopLetters>): Answers<typeof readStopLetters> {
    return await this.choices.readByLink(actor, params);
  }

  @Serves(stopLetters)
  async stop(@TheAsked() { actor, params, body }: Asked<typeof stopLetters>): Answers<typeof stopLetters> {
    return await this.choices.chooseByLink(actor, params, body.letters);
  }

  @Serves(readLetters)
  async letters(@TheAsked() { query, request }: Asked<typeof readLetters>): Answers<typeof readLetters> {
    // The address asked for is looked at too: another site's page could have its own name lead to this machine.
    const places = [request.ip, request.hostname, new URL(this.config.publicUrl).hostname];
    const mayRead = this.config.demonstration || places.every(isAtThisMachine);
    if (this.config.mailUrl !== null || !mayRead) return problem({ code: 'letters-go-out' });
    return ok(await this.reads.kept(query?.page ?? 1));
  }
}

/** Without mail, only whoever sits at the laptop itself reads its letters, codes for signing in among them. */
function isAtThisMachine(address: string): boolean {
  return ['127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost'].includes(address);
}

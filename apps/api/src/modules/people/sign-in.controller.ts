import { Controller, Inject, UseGuards } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import {
  askForLetter,
  demonstrationSignIn,
  listDemonstrationPeople,
  signInByCode,
  signInByLink,
  signInByPassword,
  signOut,
} from '@pursestrings/contracts/sign-in';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AskForLetter } from './ask-for-letter.ts';
import { DemonstrationSignIn } from './demonstration-sign-in.ts';
import { EndSessions } from './end-sessions.ts';
import { PasswordGuard, type PasswordHolder } from './local.strategy.ts';
import { Sessions } from './sessions.ts';
import { SignInReads } from './sign-in.reads.ts';
import { SignInByLetter } from './sign-in-by-letter.ts';
import { SignInByPassword } from './sign-in-by-password.ts';

/** The door: letters, codes, links, passwords, and out again. */
@Controller()
export class SignInController {
  constructor(
    @Inject(SignInByLetter) private readonly byLetter: SignInByLetter,
    @Inject(SignInByPassword) private readonly byPassword: SignInByPassword,
    @Inject(EndSessions) private readonly endSessions: EndSessions,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Serves(signInByCode)
  async code(@TheAsked() { actor, body, reply }: Asked<typeof signInByCode>): Answers<typeof signInByCode> {
    const answer = await this.byLetter.byCode(actor, body);
    if (answer.ok) this.sessions.giveCookie(reply, body.formId);
    return answer;
  }

  @Serves(signInByLink)
  async link(@TheAsked() { actor, body, reply }: Asked<typeof signInByLink>): Answers<typeof signInByLink> {
    const answer = await this.byLetter.byLink(actor, body);
    if (answer.ok) this.sessions.giveCookie(reply, body.formId);
    return answer;
  }

  @Serves(signInByPassword)
  @UseGuards(PasswordGuard)
  async password(@TheAsked() { actor, body, reply, request }: Asked<typeof signInByPassword>): Answers<typeof signInByPassword> {
    const { accountId } = (request as unknown as { user: PasswordHolder }).user;
    const answer = await this.byPassword.run(actor, { accountId, formId: body.formId });
    if (answer.ok) this.sessions.giveCookie(reply, body.formId);
    return answer;
  }

  @Serves(signOut)
  async out(@TheAsked() { actor, reply }: Asked<typeof signOut>): Answers<typeof signOut> {
    const answer = await this.endSessions.thisOne(actor);
    if (answer.ok) this.sessions.takeCookie(reply);
    return answer;
  }
}

/** Where letters are asked for; and the buttons of a demonstration. */
@Controller()
export class LettersController {
  constructor(
    @Inject(AskForLetter) private readonly ask: AskForLetter,
    @Inject(DemonstrationSignIn) private readonly demonstration: DemonstrationSignIn,
    @Inject(SignInReads) private readonly reads: SignInReads,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  @Serves(askForLetter)
  async letter(@TheAsked() { actor, body, request }: Asked<typeof askForLetter>): Answers<typeof askForLetter> {
    return await this.ask.run(actor, { email: body.email, from: request.ip });
  }

  @Serves(listDemonstrationPeople)
  async people(): Answers<typeof listDemonstrationPeople> {
    return ok({ people: await this.reads.demonstrationPeople() });
  }

  @Serves(demonstrationSignIn)
  async demonstrate(@TheAsked() { actor, body, reply }: Asked<typeof demonstrationSignIn>): Answers<typeof demonstrationSignIn> {
    const answer = await this.demonstration.run(actor, body);
    if (answer.ok) this.sessions.giveCookie(reply, body.formId);
    return answer;
  }
}

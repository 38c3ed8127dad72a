import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endAllMySessions,
  endMySession,
  giveSecondFactor,
  readMe,
  readMyAccount,
  readMyProfile,
  saveMyName,
  setMyPassword,
} from '@pursestrings/contracts/people';
import { CONFIG, type Config } from '../../config.ts';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { whyNot } from '../../platform/http/actor.guard.ts';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { FormTokens } from '../../platform/http/form-token.ts';
import { AccountReads } from './account.reads.ts';
import { EndSessions } from './end-sessions.ts';
import { SaveMyName } from './save-my-name.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { SetMyPassword } from './set-my-password.ts';

/** Tells a page who is looking at it. */
@Controller()
export class MeController {
  constructor(
    @Inject(AccountReads) private readonly reads: AccountReads,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(readMe)
  async read(@TheAsked() { actor }: Asked<typeof readMe>): Answers<typeof readMe> {
    const needsSecondFactor = { who: 'signed-in', freshSecondFactor: true } as const;
    return ok({
      signedIn: actor.accountId !== null,
      name: await this.reads.name(actor),
      roles: [...actor.roles],
      csrfToken: this.formTokens.of(actor),
      secondFactorFresh: actor.accountId !== null && whyNot(needsSecondFactor, actor, this.clock.now()) === null,
      demonstration: this.config.demonstration,
    });
  }
}

/** Somebody's own name, password, second factor and sessions. */
@Controller()
export class AccountController {
  constructor(
    @Inject(AccountReads) private readonly reads: AccountReads,
    @Inject(SaveMyName) private readonly saveName: SaveMyName,
    @Inject(SetMyPassword) private readonly setPassword: SetMyPassword,
  ) {}

  @Serves(readMyAccount)
  async account(@TheAsked() { actor }: Asked<typeof readMyAccount>): Answers<typeof readMyAccount> {
    return ok(await this.reads.account(actor));
  }

  @Serves(readMyProfile)
  async profile(@TheAsked() { actor }: Asked<typeof readMyProfile>): Answers<typeof readMyProfile> {
    return ok(await this.reads.profile(actor));
  }

  @Serves(saveMyName)
  async name(@TheAsked() { actor, body }: Asked<typeof saveMyName>): Answers<typeof saveMyName> {
    return await this.saveName.run(actor, body);
  }

  @Serves(setMyPassword)
  async password(@TheAsked() { actor, body }: Asked<typeof setMyPassword>): Answers<typeof setMyPassword> {
    return await this.setPassword.run(actor, body);
  }
}

/** Ending sessions, and the second factor. */
@Controller()
export class SecurityController {
  constructor(
    @Inject(EndSessions) private readonly endSessions: EndSessions,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  // Before the route with a parameter, which would take its address.
  @Serves(endAllMySessions)
  async endAll(@TheAsked() { actor, reply }: Asked<typeof endAllMySessions>): Answers<typeof endAllMySessions> {
    const answer = await this.endSessions.all(actor);
    if (answer.ok) this.sessions.takeCookie(reply);
    return answer;
  }

  @Serves(endMySession)
  async end(@TheAsked() { actor, params }: Asked<typeof endMySession>): Answers<typeof endMySession> {
    return await this.endSessions.one(actor, params.session);
  }

  @Serves(beginSecondFactor)
  async begin(@TheAsked() { actor }: Asked<typeof beginSecondFactor>): Answers<typeof beginSecondFactor> {
    return await this.secondFactor.begin(actor);
  }

  @Serves(confirmSecondFactor)
  async confirm(@TheAsked() { actor, body }: Asked<typeof confirmSecondFactor>): Answers<typeof confirmSecondFactor> {
    return await this.secondFactor.confirm(actor, body.code);
  }

  @Serves(giveSecondFactor)
  async give(@TheAsked() { actor, body }: Asked<typeof giveSecondFactor>): Answers<typeof giveSecondFactor> {
    return await this.secondFactor.give(actor, body.code);
  }
}

import { Module } from '@nestjs/common';
import { WHO_ASKS } from '../../platform/http/who-asks.ts';
import { AccountReads } from './account.reads.ts';
import { AskForLetter } from './ask-for-letter.ts';
import { DemonstrationSignIn } from './demonstration-sign-in.ts';
import { EndRole } from './end-role.ts';
import { EndSessions } from './end-sessions.ts';
import { FirstChair } from './first-chair.ts';
import { GrantRole } from './grant-role.ts';
import { JoinPlace } from './join-place.ts';
import { JoiningController, RolesController } from './joining.controller.ts';
import { Limits } from './limits.ts';
import { LocalStrategy, PasswordGuard } from './local.strategy.ts';
import { AccountController, MeController, SecurityController } from './me.controller.ts';
import { Passwords } from './passwords.ts';
import { PeopleReads } from './people.reads.ts';
import { SaveMyName } from './save-my-name.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { SetMyPassword } from './set-my-password.ts';
import { LettersController, SignInController } from './sign-in.controller.ts';
import { SignInReads } from './sign-in.reads.ts';
import { SignInByLetter } from './sign-in-by-letter.ts';
import { SignInByPassword } from './sign-in-by-password.ts';
import { SignInLetters } from './sign-in-letters.ts';
import { SignInSecrets } from './sign-in-secrets.ts';
import { Vouch } from './vouch.ts';
import { SessionWhoAsks } from './who-asks.ts';

@Module({
  controllers: [
    SignInController,
    LettersController,
    MeController,
    AccountController,
    SecurityController,
    JoiningController,
    RolesController,
  ],
  providers: [
    { provide: WHO_ASKS, useClass: SessionWhoAsks },
    ...[SignInSecrets, Limits, Passwords, Sessions, EndSessions, AccountReads, SaveMyName, SetMyPassword, SecondFactor],
    ...[SignInLetters, AskForLetter, SignInByLetter, SignInByPassword, LocalStrategy, PasswordGuard, DemonstrationSignIn, SignInReads],
    ...[JoinPlace, Vouch, GrantRole, EndRole, FirstChair, PeopleReads],
  ],
  exports: [WHO_ASKS, FirstChair],
})
export class PeopleModule {}

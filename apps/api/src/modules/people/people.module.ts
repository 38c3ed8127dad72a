import { Module } from '@nestjs/common';
import { WHO_ASKS } from '../../platform/http/who-asks.ts';
import { AskForLetter } from './ask-for-letter.ts';
import { DemonstrationSignIn } from './demonstration-sign-in.ts';
import { EndSessions } from './end-sessions.ts';
import { Limits } from './limits.ts';
import { LocalStrategy, PasswordGuard } from './local.strategy.ts';
import { MeController } from './me.controller.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { LettersController, SignInController } from './sign-in.controller.ts';
import { SignInReads } from './sign-in.reads.ts';
import { SignInByLetter } from './sign-in-by-letter.ts';
import { SignInByPassword } from './sign-in-by-password.ts';
import { SignInSecrets } from './sign-in-secrets.ts';
import { SessionWhoAsks } from './who-asks.ts';

@Module({
  controllers: [SignInController, LettersController, MeController],
  providers: [
    { provide: WHO_ASKS, useClass: SessionWhoAsks },
    ...[SignInSecrets, Limits, Passwords, Sessions, EndSessions],
    ...[AskForLetter, SignInByLetter, SignInByPassword, LocalStrategy, PasswordGuard, DemonstrationSignIn, SignInReads],
  ],
  exports: [WHO_ASKS],
})
export class PeopleModule {}

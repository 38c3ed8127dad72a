import { Module } from '@nestjs/common';
import { LetterChoices } from './letter-choices.ts';
import { MyNoticesReads } from './my-notices.reads.ts';
import { NoticesController } from './notices.controller.ts';
import { SendNotices } from './send-notices.ts';
import { Tell } from './tell.ts';

@Module({ controllers: [NoticesController], providers: [LetterChoices, MyNoticesReads, SendNotices, Tell] })
export class NoticesModule {}

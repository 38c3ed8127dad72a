import { Module } from '@nestjs/common';
import { AnswerCouncil } from './answer-council.ts';
import { AskCouncil } from './ask-council.ts';
import { LiaisonController } from './liaison.controller.ts';
import { LiaisonReads } from './liaison.reads.ts';

/** What neighbourhoods ask their council, what it answers in public, and one page over all of a council contact's places. */
@Module({ controllers: [LiaisonController], providers: [LiaisonReads, AskCouncil, AnswerCouncil] })
export class LiaisonModule {}

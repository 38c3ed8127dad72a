import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { answerCouncil, askCouncil, listCouncilQuestions, readPatch } from '@pursestrings/contracts/liaison';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AnswerCouncil } from './answer-council.ts';
import { AskCouncil } from './ask-council.ts';
import { LiaisonReads } from './liaison.reads.ts';

/** Asking the council, and its answers. A council contact may answer, and change nothing else. */
@Controller()
export class LiaisonController {
  @Inject(LiaisonReads) private readonly reads!: LiaisonReads;
  @Inject(AskCouncil) private readonly askCouncil!: AskCouncil;
  @Inject(AnswerCouncil) private readonly answerCouncil!: AnswerCouncil;

  @Serves(listCouncilQuestions)
  async list(@TheAsked() { actor, query }: Asked<typeof listCouncilQuestions>): Answers<typeof listCouncilQuestions> {
    return ok({ questions: await this.reads.questions(actor, query.proposal ?? null) });
  }

  @Serves(askCouncil)
  async ask(@TheAsked() { actor, body }: Asked<typeof askCouncil>): Answers<typeof askCouncil> {
    return await this.askCouncil.run(actor, body);
  }

  @Serves(answerCouncil)
  async answer(@TheAsked() { actor, params, body }: Asked<typeof answerCouncil>): Answers<typeof answerCouncil> {
    return await this.answerCouncil.run(actor, params.question, body.answer);
  }

  @Serves(readPatch)
  async patch(@TheAsked() { actor }: Asked<typeof readPatch>): Answers<typeof readPatch> {
    return ok(await this.reads.patch(actor));
  }
}

import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  confirmDecision,
  correctDecision,
  draftDecision,
  listDecisions,
  publishDecision,
  readDecision,
  readDecisionDraft,
  recordDecision,
} from '@pursestrings/contracts/decisions';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { ConfirmDecision } from './confirm-decision.ts';
import { CorrectDecision } from './correct-decision.ts';
import { DecisionsReads } from './decisions.reads.ts';
import { DraftDecision } from './draft-decision.ts';
import { PublishDecision } from './publish-decision.ts';
import { RecordDecision } from './record-decision.ts';

/** Decisions: recorded, prepared, published, corrected, and read by anyone. */
@Controller()
export class DecisionsController {
  @Inject(DecisionsReads) private readonly reads!: DecisionsReads;
  @Inject(RecordDecision) private readonly recordDecision!: RecordDecision;
  @Inject(ConfirmDecision) private readonly confirmDecision!: ConfirmDecision;
  @Inject(DraftDecision) private readonly draftDecision!: DraftDecision;
  @Inject(PublishDecision) private readonly publishDecision!: PublishDecision;
  @Inject(CorrectDecision) private readonly correctDecision!: CorrectDecision;

  @Serves(listDecisions)
  async list(@TheAsked() { actor, query }: Asked<typeof listDecisions>): Answers<typeof listDecisions> {
    return ok(await this.reads.page(actor, Number(query.page ?? '1')));
  }

  @Serves(readDecision)
  async read(@TheAsked() { actor, params }: Asked<typeof readDecision>): Answers<typeof readDecision> {
    const decision = await this.reads.one(actor, params.decision);
    return decision ? ok(decision) : problem({ code: 'not-found' });
  }

  @Serves(readDecisionDraft)
  async readDraft(@TheAsked() { actor, params }: Asked<typeof readDecisionDraft>): Answers<typeof readDecisionDraft> {
    const draft = await this.reads.draft(actor, params.decision);
    return draft ? ok(draft) : problem({ code: 'not-found' });
  }

  @Serves(recordDecision)
  async record(@TheAsked() { actor, params, body }: Asked<typeof recordDecision>): Answers<typeof recordDecision> {
    const { formId: _, ...done } = body;
    return await this.recordDecision.run(actor, params.motion, done);
  }

  @Serves(confirmDecision)
  async confirm(@TheAsked() { actor, params }: Asked<typeof confirmDecision>): Answers<typeof confirmDecision> {
    return await this.confirmDecision.run(actor, params.decision);
  }

  @Serves(draftDecision)
  async draft(@TheAsked() { actor, params, body }: Asked<typeof draftDecision>): Answers<typeof draftDecision> {
    return await this.draftDecision.run(actor, params.decision, body);
  }

  @Serves(publishDecision)
  async publish(@TheAsked() { actor, params, body }: Asked<typeof publishDecision>): Answers<typeof publishDecision> {
    return await this.publishDecision.run(actor, params.decision, body);
  }

  @Serves(correctDecision)
  async correct(@TheAsked() { actor, params, body }: Asked<typeof correctDecision>): Answers<typeof correctDecision> {
    return await this.correctDecision.run(actor, params.decision, body);
  }
}

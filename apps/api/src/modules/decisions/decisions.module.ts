import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { ProjectsModule } from '../projects/index.ts';
import { ConfirmDecision } from './confirm-decision.ts';
import { CorrectDecision } from './correct-decision.ts';
import { DecisionMoney } from './decision-money.ts';
import { DecisionsController } from './decisions.controller.ts';
import { DecisionsReads } from './decisions.reads.ts';
import { DraftDecision } from './draft-decision.ts';
import { PublishDecision } from './publish-decision.ts';
import { RecordDecision } from './record-decision.ts';

/** What was decided: worked out, given its reasons, published, and never silently changed. */
@Module({
  imports: [LedgerModule, ProjectsModule],
  controllers: [DecisionsController],
  providers: [DecisionsReads, RecordDecision, ConfirmDecision, DraftDecision, PublishDecision, CorrectDecision, DecisionMoney],
})
export class DecisionsModule {}

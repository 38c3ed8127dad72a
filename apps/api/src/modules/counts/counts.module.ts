import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/index.ts';
import { RoundsModule } from '../rounds/index.ts';
import { ConfirmResult } from './confirm-result.ts';
import { CountInputs } from './count-inputs.ts';
import { CountRound } from './count-round.ts';
import { CountsController } from './counts.controller.ts';
import { ImportRound } from './import-round.ts';
import { ImportSteps } from './import-steps.ts';
import { PublishResult } from './publish-result.ts';
import { RecountRound } from './recount-round.ts';
import { ResultReads } from './result.reads.ts';
import { ResultsController } from './results.controller.ts';

@Module({
  imports: [BallotsModule, RoundsModule],
  controllers: [CountsController, ResultsController],
  providers: [ConfirmResult, CountInputs, CountRound, ImportRound, ImportSteps, PublishResult, RecountRound, ResultReads],
  exports: [CountInputs, CountRound, ImportRound],
})
export class CountsModule {}

import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/index.ts';
import { RoundsModule } from '../rounds/index.ts';
import { ConfirmResult } from './confirm-result.ts';
import { CountRound } from './count-round.ts';
import { CountsController } from './counts.controller.ts';
import { CountInputs } from './count-inputs.ts';
import { ImportRound } from './import-round.ts';
import { PublishResult } from './publish-result.ts';
import { RecountRound } from './recount-round.ts';
import { ResultReads } from './result.reads.ts';

@Module({
  imports: [BallotsModule, RoundsModule],
  controllers: [CountsController],
  providers: [ConfirmResult, CountInputs, CountRound, ImportRound, PublishResult, RecountRound, ResultReads],
  exports: [CountInputs, CountRound, ImportRound],
})
export class CountsModule {}

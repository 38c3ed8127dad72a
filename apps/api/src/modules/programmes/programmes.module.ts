import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { ProgrammesController } from './programmes.controller.ts';
import { ProgrammesReads } from './programmes.reads.ts';
import { PublishProgramme } from './publish-programme.ts';
import { SetProgrammePlaces } from './set-programme-places.ts';
import { SetUpProgramme } from './set-up-programme.ts';

@Module({
  imports: [LedgerModule],
  controllers: [ProgrammesController],
  providers: [ProgrammesReads, SetUpProgramme, SetProgrammePlaces, PublishProgramme],
  exports: [ProgrammesReads, SetUpProgramme, SetProgrammePlaces, PublishProgramme],
})
export class ProgrammesModule {}

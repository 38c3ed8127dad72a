import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { Promises } from './promises.ts';

@Module({ imports: [LedgerModule], providers: [Promises], exports: [Promises] })
export class ProjectsModule {}

import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { HomeController } from './home.controller.ts';
import { HomeReads } from './home.reads.ts';

@Module({ imports: [LedgerModule], controllers: [HomeController], providers: [HomeReads] })
export class HomeModule {}

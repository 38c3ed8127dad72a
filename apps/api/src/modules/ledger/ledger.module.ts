import { Module } from '@nestjs/common';
import { LedgerAccounts } from './ledger-accounts.ts';
import { LedgerChecks } from './ledger-checks.ts';
import { LedgerPosts } from './ledger-posts.ts';
import { PurseController } from './purse.controller.ts';
import { PurseReads } from './purse.reads.ts';
import { SetsAside } from './set-aside.ts';

@Module({
  controllers: [PurseController],
  providers: [LedgerPosts, LedgerAccounts, LedgerChecks, SetsAside, PurseReads],
  exports: [LedgerPosts, LedgerAccounts, LedgerChecks, SetsAside, PurseReads],
})
export class LedgerModule {}

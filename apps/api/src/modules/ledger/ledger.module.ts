import { Module } from '@nestjs/common';
import { LedgerAccounts } from './ledger-accounts.ts';
import { LedgerChecks } from './ledger-checks.ts';
import { LedgerPosts } from './ledger-posts.ts';
import { SetsAside } from './set-aside.ts';

@Module({
  providers: [LedgerPosts, LedgerAccounts, LedgerChecks, SetsAside],
  exports: [LedgerPosts, LedgerAccounts, LedgerChecks, SetsAside],
})
export class LedgerModule {}

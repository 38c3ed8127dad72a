export { LedgerModule } from './ledger.module.ts';
export { type AccountsOfAward, LedgerAccounts, type Nature, type SetAsidePurpose } from './ledger-accounts.ts';
export { LedgerChecks, readEntries } from './ledger-checks.ts';
export { LedgerPosts, type PostProblem } from './ledger-posts.ts';
export { PurseReads } from './purse.reads.ts';
export { SetsAside } from './set-aside.ts';

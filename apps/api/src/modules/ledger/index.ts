export { LedgerModule } from './ledger.module.ts';
export { type AccountsOfAward, type AccountsOfProject, LedgerAccounts, type Nature, type SetAsidePurpose } from './ledger-accounts.ts';
export { LedgerChecks, readEntries } from './ledger-checks.ts';
export {
  type EntryKind,
  LedgerPosts,
  type PostedEntry,
  type Posting,
  type PostProblem,
  postProblems,
  type Transfer,
} from './ledger-posts.ts';
export { PurseReads } from './purse.reads.ts';
export { SetsAside } from './set-aside.ts';

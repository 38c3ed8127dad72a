import { checkDecisions } from './check-decisions.ts';
import { checkGrants, grantsFile } from './check-grants.ts';
import { checkLedger } from './check-ledger.ts';
import { checkLedgerJson } from './check-ledger-json.ts';
import { checkManifest } from './check-manifest.ts';
import { checkRounds, type RoundNotes } from './check-rounds.ts';
import { checkSpending } from './check-spending.ts';
import { type Finding, Findings } from './finding.ts';
import type { PublishedFolder } from './published-folder.ts';
import { readLedger } from './read-ledger.ts';

/** What was looked at, and all that is wrong; nothing is wrong where `findings` is empty. */
export interface Verification {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly entries: number;
  readonly lastHash: string | null;
  /** Whether there was a 360Giving file to compare. */
  readonly grants: boolean;
  readonly rounds: RoundNotes;
}

export interface VerifyOptions {
  /** Ledger hashes that the reader has from elsewhere, as from the noticeboard or a mail: each must still be in the chain. */
  readonly heads?: readonly string[];
}

/**
 * Checks published data from its files alone: the manifest, the ledger's chain and sums worked out again from the rows, that all
 * exports agree, that each promise has its decision, that results come out again from the ballots, that the bulletin's heads follow.
 *
 * Whoever holds everything could write everything anew; against that helps only a head that was kept elsewhere (`heads`).
 */
export async function verifyPublished(folder: PublishedFolder, options: VerifyOptions = {}): Promise<Verification> {
  const findings = new Findings();
  const published = await checkManifest(folder, findings);
  const files = published?.files ?? new Map<string, string>();
  const ledger = published ? readLedger(files, findings) : null;
  if (published && ledger) {
    checkLedger(ledger, { neighbourhoodId: published.neighbourhoodId, heads: options.heads ?? [] }, findings);
    checkLedgerJson(ledger, files, findings);
    const matched = checkSpending(ledger, files, findings);
    checkGrants(ledger, { files, matched }, findings);
    checkDecisions(ledger, files, findings);
  }
  const rounds = checkRounds(files, findings);
  return {
    name: folder.name,
    findings: findings.all,
    files: files.size,
    entries: ledger?.entries.length ?? 0,
    lastHash: ledger?.entries.at(-1)?.cells.hash ?? null,
    grants: files.has(grantsFile),
    rounds,
  };
}

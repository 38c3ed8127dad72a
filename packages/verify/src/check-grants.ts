import type { Findings } from './finding.ts';
import { asText, field, items, type Json, jsonOf } from './json-file.ts';
import type { Ledger } from './read-ledger.ts';
import { promisesOf, spendingOf, takenBackIn } from './spending.ts';
import { inPounds, readPounds } from './whole-pence.ts';

export const grantsFile = 'grants/360giving.json';

/** A grant and where it stands in the file. */
interface Grant {
  readonly row: string;
  readonly value: Json;
  /** The last part of the grant's id: the project that ledger accounts name. */
  readonly project: string;
}

/** Compares the 360Giving file, where there is one, with the ledger: what was promised and what was paid, entry by entry. */
export function checkGrants(
  ledger: Ledger,
  about: { files: ReadonlyMap<string, string>; matched: ReadonlySet<number> },
  findings: Findings,
): void {
  if (!about.files.has(grantsFile)) return;
  const document = jsonOf(about.files, { file: grantsFile }, findings);
  if (document === null) return;
  if (field(document, 'version') !== '1.4') findings.add({ file: grantsFile, field: 'version' }, 'must be 1.4');
  const seen = new Set<string>();
  for (const [index, value] of items(field(document, 'grants')).entries()) {
    const grant = { row: `grants[${index}]`, value, project: asText(field(value, 'id')).slice(-36) };
    if (seen.has(grant.project)) findings.add({ file: grantsFile, row: grant.row, field: 'id' }, 'stands twice');
    seen.add(grant.project);
    checkGrant(grant, { ledger, matched: about.matched }, findings);
  }
}

function checkGrant(grant: Grant, about: { ledger: Ledger; matched: ReadonlySet<number> }, findings: Findings): void {
  const { ledger, matched } = about;
  const promised = new Map<number, number>();
  const paid = new Map<number, number>();
  const takenBack = takenBackIn(ledger);
  let awarded = 0;
  for (const entry of ledger.entries) {
    const promise = promisesOf(entry, ledger).get(grant.project);
    const spent = spendingOf(entry, ledger).get(grant.project);
    if (promise !== undefined) promised.set(entry.seq, promise);
    if (promise !== undefined && promise > 0 && !takenBack.has(entry.seq)) awarded += promise;
    if (spent !== undefined && matched.has(entry.seq)) paid.set(entry.seq, spent);
  }
  if (promised.size === 0)
    findings.add({ file: grantsFile, row: grant.row, field: 'id' }, 'names a project to which the ledger promised nothing');
  comparePounds(grant, { name: 'amountAwarded', ledger: awarded }, findings);
  comparePounds(grant, { name: 'amountDisbursed', ledger: [...paid.values()].reduce((sum, pence) => sum + pence, 0) }, findings);
  compareTransactions(grant, { name: 'commitmentTransaction', sums: promised, ledger }, findings);
  compareTransactions(grant, { name: 'disbursementTransaction', sums: paid, ledger }, findings);
  const person = field(grant.value, 'recipientIndividual');
  if (
    person !== null &&
    (field(person, 'name') !== 'An individual' || field(person, 'id') !== `${asText(field(grant.value, 'id'))}-person`)
  ) {
    findings.add({ file: grantsFile, row: grant.row, field: 'recipientIndividual' }, 'says more about a person than may be published');
  }
}

function comparePounds(grant: Grant, about: { name: string; ledger: number }, findings: Findings): void {
  const said = readPounds(asText(field(grant.value, about.name)));
  if (said === about.ledger) return;
  findings.add(
    { file: grantsFile, row: grant.row, field: about.name },
    `is ${said === null ? 'not a sum in pounds' : inPounds(said)}, but the ledger comes to ${inPounds(about.ledger)}`,
  );
}

function compareTransactions(
  grant: Grant,
  about: { name: string; sums: ReadonlyMap<number, number>; ledger: Ledger },
  findings: Findings,
): void {
  const left = new Map(about.sums);
  for (const [index, transaction] of items(field(grant.value, about.name)).entries()) {
    const seq = Number(/-(\d+)$/.exec(asText(field(transaction, 'id')))?.[1]);
    const at = { file: grantsFile, row: grant.row, field: `${about.name}[${index}]` };
    const happenedOn = about.ledger.entries[seq - 1]?.cells.happened_on;
    if (!left.has(seq)) findings.add(at, 'is not in the ledger, or stands twice');
    else if (readPounds(asText(field(transaction, 'value'))) !== left.get(seq))
      findings.add(at, `is not the sum of ledger entry ${seq}, ${inPounds(left.get(seq) ?? 0)}`);
    else if (field(transaction, 'transactionDate') !== happenedOn)
      findings.add(at, `is not on the day of ledger entry ${seq}, ${happenedOn}`);
    left.delete(seq);
  }
  for (const seq of left.keys()) findings.add({ file: grantsFile, row: grant.row, field: about.name }, `leaves out ledger entry ${seq}`);
}

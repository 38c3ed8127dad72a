import { dataDictionary } from './data-dictionary.ts';
import { decisionsCsv, decisionsJson } from './decision-files.ts';
import { type GrantPackage, grantsJson } from './grants-360.ts';
import { accountsCsv, type LedgerRecords, ledgerJson, transfersCsv } from './ledger-files.ts';
import type { Sha256 } from './ledger-line.ts';
import { type NotYetMatchedRecord, notMatchedCsv } from './not-yet-matched.ts';
import type { OpenDataFile } from './open-data-file.ts';
import type { DecisionRecord, GrantRecord, PlaceRecord, SpendRecord } from './records.ts';
import { type RoundRecord, roundFiles } from './round-files.ts';
import { transparencyCsv } from './transparency-code.ts';

/** All that one neighbourhood publishes. */
export interface OpenData {
  readonly place: PlaceRecord;
  readonly ledger: LedgerRecords;
  readonly spending: readonly SpendRecord[];
  readonly notYetMatched: readonly NotYetMatchedRecord[];
  readonly grants: readonly GrantRecord[];
  /** Every published decision, and every one that a ledger entry names: where its words are not published yet, they are empty. */
  readonly decisions: readonly DecisionRecord[];
  readonly rounds: readonly RoundRecord[];
  readonly about: GrantPackage;
}

/**
 * A neighbourhood's open data as a folder of files, `manifest.json` and its own sum last:
 *
 *     manifest.json                       sha256 and bytes of each file, licence, what each column means
 *     manifest.json.sha256                the manifest's own sum, as `sha256sum -c` reads it
 *     ledger/                             accounts.csv, transfers.csv, ledger.json
 *     payments/                           transparency-code.csv, not-yet-matched.csv
 *     grants/360giving.json               where there are grants
 *     decisions/                          decisions.csv, decisions.json
 *     rounds/<vote>/                      round.json, result.json, result.csv, ballots.pb, bulletin/
 *
 * The same records give the same bytes.
 */
export function openDataFolder(data: OpenData, sha256: Sha256): readonly OpenDataFile[] {
  const grants = grantsJson(data.place, data.grants, data.about);
  const files: OpenDataFile[] = [
    { path: 'ledger/accounts.csv', text: accountsCsv(data.ledger) },
    { path: 'ledger/transfers.csv', text: transfersCsv(data.place, data.ledger) },
    { path: 'ledger/ledger.json', text: ledgerJson(data.place, data.ledger) },
    { path: 'payments/transparency-code.csv', text: transparencyCsv(data.place, data.spending) },
    { path: 'payments/not-yet-matched.csv', text: notMatchedCsv(data.notYetMatched) },
    ...(grants === null ? [] : [{ path: 'grants/360giving.json', text: grants }]),
    { path: 'decisions/decisions.csv', text: decisionsCsv(data.decisions) },
    { path: 'decisions/decisions.json', text: decisionsJson(data.decisions) },
    ...data.rounds.flatMap(roundFiles),
  ];
  const text = manifest(data, files, sha256);
  return [...files, { path: 'manifest.json', text }, { path: 'manifest.json.sha256', text: `${sha256(text)}  manifest.json\n` }];
}

function manifest(data: OpenData, files: readonly OpenDataFile[], sha256: Sha256): string {
  const document = {
    format: 'pursestrings-open-data/1',
    neighbourhood: { id: data.place.id, slug: data.place.slug, name: data.place.name, url: data.place.url },
    published_by: data.about.publisher.name,
    published_at: data.about.issuedAt,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    attribution: `${data.about.publisher.name}, ${data.place.name}: open data`,
    files: files.map(({ path, text }) => ({ path, sha256: sha256(text), bytes: new TextEncoder().encode(text).length })),
    dictionary: dataDictionary(),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

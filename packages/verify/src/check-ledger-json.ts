import type { Findings } from './finding.ts';
import { asText, field, firstDifference, items, type Json, jsonOf } from './json-file.ts';
import type { Entry, Ledger } from './read-ledger.ts';

const file = 'ledger/ledger.json';

/** Compares the ledger as JSON with the ledger as CSV: the same accounts and entries, in the same order, with the same words. */
export function checkLedgerJson(ledger: Ledger, files: ReadonlyMap<string, string>, findings: Findings): void {
  const document = jsonOf(files, { file, format: 'pursestrings-ledger/1' }, findings);
  if (document === null) return;
  const last = ledger.entries.at(-1);
  const head = { seq: last?.seq ?? 0, hash: last?.cells.hash ?? '0'.repeat(64) };
  compare({ name: 'head', json: field(document, 'head'), csv: head }, findings);
  compare(
    {
      name: 'neighbourhood',
      json: field(document, 'neighbourhood'),
      csv: last?.cells.neighbourhood ?? asText(field(document, 'neighbourhood')),
    },
    findings,
  );
  compareLists('accounts', { json: items(field(document, 'accounts')), csv: ledger.accountRows.map(({ cells }) => cells) }, findings);
  compareLists('entries', { json: items(field(document, 'entries')).map(flat), csv: ledger.entries.map(asInJson) }, findings);
}

interface Pair {
  readonly name: string;
  readonly json: Json | undefined;
  readonly csv: Json | undefined;
}

function compareLists(name: string, lists: { json: readonly Json[]; csv: readonly Json[] }, findings: Findings): void {
  if (lists.json.length !== lists.csv.length)
    findings.add({ file, field: name }, `has ${lists.json.length} where the CSV has ${lists.csv.length}`);
  for (const [index, csv] of lists.csv.entries()) {
    if (!compare({ name: `${name}[${index}]`, json: asTexts(lists.json[index]), csv }, findings)) return;
  }
}

/** Notes the first difference of a pair; true where there is none. */
function compare({ name, json, csv }: Pair, findings: Findings): boolean {
  const difference = firstDifference(json, csv);
  if (difference !== null) findings.add({ file, row: name, field: difference }, 'is not the same as in the CSV file');
  return difference === null;
}

/** Cells are texts: a number becomes one, and an absent value is empty. */
function asTexts(value: Json | undefined): Json {
  if (typeof value !== 'object' || value === null) return asText(value);
  if (Array.isArray(value)) return value.map(asTexts);
  return Object.fromEntries(Object.entries(value as { readonly [key: string]: Json }).map(([key, inner]) => [key, asTexts(inner)]));
}

function flat(entry: Json): Json {
  return typeof entry === 'object' && entry !== null ? entry : {};
}

function asInJson(entry: Entry): Json {
  const { neighbourhood: _same, line: _line, from: _from, to: _to, pence: _pence, ...cells } = entry.cells;
  const transfers = entry.transfers.map(({ number, from, to, pence }) => ({ line: String(number), from, to, pence: String(pence) }));
  return { ...cells, transfers };
}

import type { CsvRow } from './csv-table.ts';
import type { Findings } from './finding.ts';
import { asText, field, firstDifference, items, jsonOf } from './json-file.ts';
import { type Ledger, tableOf, transfersFile } from './read-ledger.ts';
import { promisesOf, takenBackIn } from './spending.ts';
import { inPounds, readPence, readPounds } from './whole-pence.ts';

const csvFile = 'decisions/decisions.csv';
const jsonFile = 'decisions/decisions.json';

const headings = [
  'decision',
  'title',
  'decided_on',
  'outcome',
  'votes_for',
  'votes_against',
  'abstained',
  'away_with_interest',
  'sum',
  'project',
  'round',
  'summary',
  'reasons',
  'departs_because',
  'url',
];

/** Compares the two decision files, and finds for each promise of the ledger the carried decision that it rests on (M3). */
export function checkDecisions(ledger: Ledger, files: ReadonlyMap<string, string>, findings: Findings): void {
  const rows = tableOf(files, { file: csvFile, headings }, findings);
  if (!rows) return;
  compareWithJson(rows, files, findings);
  const byId = new Map<string, CsvRow>();
  for (const row of rows) {
    checkRow(row, findings);
    if (byId.has(row.cells.decision ?? '')) findings.add({ file: csvFile, row: row.line, field: 'decision' }, 'stands twice');
    byId.set(row.cells.decision ?? '', row);
  }
  checkPromises(ledger, byId, findings);
}

function checkRow({ line, cells }: CsvRow, findings: Findings): void {
  const at = (name: string) => ({ file: csvFile, row: line, field: name });
  for (const heading of ['votes_for', 'votes_against', 'abstained', 'away_with_interest']) {
    if ((readPence(cells[heading] ?? '') ?? -1) < 0) findings.add(at(heading), 'is not a number of members');
  }
  if (!['carried', 'lost', 'deferred', 'no_quorum'].includes(cells.outcome ?? ''))
    findings.add(at('outcome'), `'${cells.outcome}' is no outcome`);
  if (cells.outcome === 'carried' && Number(cells.votes_for) <= Number(cells.votes_against))
    findings.add(at('outcome'), 'is carried, but not by more votes for than against');
  if (cells.sum !== '' && readPounds(cells.sum ?? '') === null) findings.add(at('sum'), 'is not a sum in pounds and pence');
}

function compareWithJson(rows: readonly CsvRow[], files: ReadonlyMap<string, string>, findings: Findings): void {
  const document = jsonOf(files, { file: jsonFile, format: 'pursestrings-decisions/1' }, findings);
  if (document === null) return;
  const decisions = items(field(document, 'decisions'));
  if (decisions.length !== rows.length)
    findings.add({ file: jsonFile, field: 'decisions' }, `has ${decisions.length} where the CSV has ${rows.length}`);
  for (const [index, { cells }] of rows.entries()) {
    const inJson = Object.fromEntries(headings.map((heading) => [heading, asText(field(decisions[index], heading))]));
    const difference = firstDifference(inJson, cells);
    if (difference !== null)
      findings.add({ file: jsonFile, row: `decisions[${index}]`, field: difference }, 'is not the same as in the CSV file');
  }
}

function checkPromises(ledger: Ledger, decisions: ReadonlyMap<string, CsvRow>, findings: Findings): void {
  const promisedUnder = new Map<string, number>();
  const takenBack = takenBackIn(ledger);
  for (const entry of ledger.entries) {
    const id = entry.cells.decision ?? '';
    const at = { file: transfersFile, row: entry.line, field: 'decision' };
    if (id !== '' && !decisions.has(id)) findings.add(at, `entry ${entry.seq} names a decision that is not published`);
    for (const [project, pence] of promisesOf(entry, ledger)) {
      if (pence <= 0 || takenBack.has(entry.seq)) continue;
      const decision = decisions.get(id);
      if (id === '') findings.add(at, `entry ${entry.seq} promises ${inPounds(pence)} without a decision`);
      if (decision && decision.cells.outcome !== 'carried')
        findings.add(
          { file: csvFile, row: decision.line, field: 'outcome' },
          `entry ${entry.seq} promises money on it, but it was not carried`,
        );
      if (decision && !['', project].includes(decision.cells.project ?? ''))
        findings.add({ file: csvFile, row: decision.line, field: 'project' }, `entry ${entry.seq} promises its money to another project`);
      promisedUnder.set(id, (promisedUnder.get(id) ?? 0) + pence);
    }
  }
  for (const [id, pence] of promisedUnder) {
    const decision = decisions.get(id);
    const most = readPounds(decision?.cells.sum ?? '');
    if (decision && (most === null || pence > most)) {
      findings.add(
        { file: csvFile, row: decision.line, field: 'sum' },
        `the ledger promises ${inPounds(pence)} on this decision, which is for ${most === null ? 'no sum' : inPounds(most)}`,
      );
    }
  }
}

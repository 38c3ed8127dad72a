import { pence } from '@pursestrings/basics/money';
import { parse } from 'csv-parse/sync';
import { syntheticPlace } from './fixtures/synthetic-place.ts';
import { payeeInPublic } from './payee-in-public.ts';
import { transparencyCsv } from './transparency-code.ts';
import { readTransparencyCsv } from './transparency-import.ts';

const { place, spending } = syntheticPlace();
const written = transparencyCsv(place, spending);

test('has the columns that the Code asks for, in its order', () => {
  expect(written.split('\n')[0]).toBe(
    'Body Name,Date,Department,Beneficiary,Registration Number,Purpose,Transaction Number,Net Amount,Irrecoverable VAT,Category,Grant,Ledger Entry',
  );
});

test('writes a payment as people read it', () => {
  const rows: Record<string, string>[] = parse(written, { columns: true });
  expect(rows[0]).toMatchObject({
    Date: '02/06/2026',
    Department: 'Kettlewick: Getting together',
    Beneficiary: 'Brindle Catering',
    Purpose: '\'=Fitting out, and "training"',
    'Net Amount': '9100.00',
    'Irrecoverable VAT': '40.00',
    Grant: 'Yes',
  });
  expect(rows.at(-1)).toMatchObject({ 'Net Amount': '-460.00' });
});

test('P2: people are not named, wages and help stand as totals, and a count under 10 is not told', () => {
  expect(payeeInPublic({ kind: 'individual' })).toBe('an individual');
  expect(payeeInPublic({ kind: 'total', label: 'Winter help', counted: 'households', count: 38 })).toBe('Winter help: 38 households');
  expect(payeeInPublic({ kind: 'total', label: 'Winter help', counted: 'households', count: 9 })).toBe(
    'Winter help: fewer than 10 households',
  );
});

test('what was written is read back', () => {
  const read = readTransparencyCsv(written);
  expect(read.ok && read.value).toHaveLength(spending.length);
  expect(read.ok && read.value[0]).toMatchObject({
    line: 2,
    paidOn: '2026-06-02',
    purpose: '=Fitting out, and "training"',
    netPence: 910_000,
    vatPence: 4_000,
    isGrant: true,
  });
  expect(read.ok && read.value.at(-1)).toMatchObject({ netPence: pence(-46_000) });
});

const headings = 'Date,Body Name,Department,Beneficiary,Purpose,Transaction Number,Net Amount,Category';

test('reads columns in any order and case, with a byte order mark and sums as people type them', () => {
  const read = readTransparencyCsv(`\uFEFF${headings.toUpperCase()}\r\n1/2/2025,Trust,Streets,Paving Ltd,Slabs,77,"£1,240.5",Works\r\n`);
  expect(read).toMatchObject({ ok: true, value: [{ paidOn: '2025-02-01', netPence: 124_050, registration: null, isGrant: false }] });
});

test('every bad row is named with its line, column and reason, and nothing is taken', () => {
  const file = [
    headings,
    '31/02/2025,Trust,Streets,Paving Ltd,Slabs,1,10.00,Works',
    '01/03/2025,Trust,Streets,Paving Ltd,"Slabs',
    'and kerbs",2,10.00,Works',
    '01/03/2025,Trust,Streets,Paving Ltd,Slabs,2,ten,Works',
    '01/03/2025,Trust,,Paving Ltd,Slabs,5,10.001,Works',
    '01/03/2025,Trust',
  ].join('\n');
  const read = readTransparencyCsv(file);
  if (read.ok) throw new Error('It was taken.');
  expect(read.problem.rows).toEqual([
    { line: 2, column: 'Date', reason: "'31/02/2025' is not a day written DD/MM/YYYY" },
    { line: 5, column: 'Net Amount', reason: "'ten' is not a sum in pounds and pence" },
    { line: 5, column: 'Transaction Number', reason: '2 already stands on line 3' },
    { line: 6, column: 'Department', reason: 'nothing is filled in' },
    { line: 6, column: 'Net Amount', reason: "'10.001' is not a sum in pounds and pence" },
    ...['Department', 'Beneficiary', 'Purpose', 'Transaction Number', 'Net Amount', 'Category'].map((column) => ({
      line: 7,
      column,
      reason: 'nothing is filled in',
    })),
  ]);
});

test('a missing column and a file that is no CSV are said', () => {
  expect(readTransparencyCsv('Date,Purpose\n')).toMatchObject({
    problem: { rows: expect.arrayContaining([{ line: 1, column: 'Net Amount', reason: 'this column is missing' }]) },
  });
  expect(readTransparencyCsv(`${headings}\n"never closed`)).toMatchObject({
    problem: { rows: [{ reason: expect.stringContaining('quotation mark') }] },
  });
});

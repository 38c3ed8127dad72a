import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { guarded, unguarded, writeCsv } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['-cmd', "'-cmd"],
  ['@here', "'@here"],
  ['\t=1', "'\t=1"],
  ['-460.00', '-460.00'],
  ['ordinary', 'ordinary'],
  [null, ''],
  [-5, '-5'],
])('the cell %j is written as %j', (cell, written) => {
  expect(guarded(cell)).toBe(written);
});

test('any text comes back as it was, through quoting and guard', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1 }), (rows) => {
      const columns = [
        { heading: 'a', meaning: '', cell: (row: readonly [string, string]) => row[0] },
        { heading: 'b', meaning: '', cell: (row: readonly [string, string]) => `x${row[1]}` },
      ];
      const back = parse(writeCsv(columns, rows)).slice(1) as string[][];
      expect(back.map((row) => row.map(unguarded))).toEqual(rows.map(([a, b]) => [a, `x${b}`]));
    }),
  );
});

import { pence } from '@pursestrings/basics/money';
import { sha256 } from './fixtures/ledger-builder.ts';
import { firstPrevHash, type LineFields, ledgerHash, ledgerLine } from './ledger-line.ts';

const entry: LineFields = {
  seq: 7,
  id: 'e-7',
  kind: 'paid',
  happenedOn: '2026-06-02',
  recordedAt: '2026-06-02T09:14:03.120000Z',
  reverses: null,
  decisionId: 'd-1',
  paymentId: '50%\t\r\n',
  postedBy: 'p-1',
  memoCommitment: 'abc',
  transfers: [
    { line: 2, fromAccount: 'c', toAccount: 'd', amountPence: pence(5) },
    { line: 1, fromAccount: 'a', toAccount: 'b', amountPence: pence(914_000) },
  ],
};

test('an entry is one line: version first, absent values empty, signs that could forge a field escaped, transfers in order', () => {
  expect(ledgerLine('n-1', entry)).toBe(
    '1\tn-1\t7\te-7\tpaid\t2026-06-02\t2026-06-02T09:14:03.120000Z\t\td-1\t50%25%09%0D%0A\tp-1\tabc\t1:a:b:914000\t2:c:d:5',
  );
});

test('the hash is the one that printf and sha256sum give', () => {
  const bySha256sum = '3c453eafb3a11f6febd201d2d1a833660948a446ff67b59720da3b90ee6854ff';
  expect(ledgerHash(firstPrevHash, ledgerLine('n-1', entry), sha256)).toBe(bySha256sum);
});

test.each(['2026-06-02T09:14:03Z', '2026-06-02T09:14:03.120Z', '2026-06-02T10:14:03.120000+01:00'])('refuses the time %s', (recordedAt) => {
  expect(() => ledgerLine('n-1', { ...entry, recordedAt })).toThrow('six decimals');
});

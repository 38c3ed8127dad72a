import { checkStep, namesThePayee, warningsFor } from './payments.rules.ts';

test('a payment goes asked, agreed, sent, matched, published; nothing jumps a step', () => {
  const may = (state: Parameters<typeof checkStep>[0]['state'], publishedAt: string | null = null) =>
    (['approve', 'refuse', 'send', 'match', 'publish', 'refund', 'correct'] as const).filter(
      (step) => checkStep({ state, publishedAt, refundedPence: 0 }, step).ok,
    );
  expect(may('requested')).toEqual(['approve', 'refuse']);
  expect(may('checked')).toEqual(['approve', 'refuse']);
  expect(may('approved')).toEqual(['refuse', 'send']);
  expect(may('sent')).toEqual(['match', 'refund', 'correct']);
  expect(may('matched')).toEqual(['publish', 'refund', 'correct']);
  expect(may('matched', '2026-06-03T10:00:00Z')).toEqual(['refund', 'correct']);
  for (const state of ['refused', 'returned', 'reversed'] as const) expect(may(state)).toEqual([]);
});

test('warnings say what to look at twice, at the edges too', () => {
  const plain = { amountPence: 12_345, limitPence: 50_000, invoiceNumberKnown: false, payeePaidBefore: true };
  expect(warningsFor(plain)).toEqual([]);
  expect(warningsFor({ ...plain, amountPence: 47_500 })).toEqual([]);
  expect(warningsFor({ ...plain, amountPence: 47_501 })).toEqual(['just-under-the-limit']);
  expect(warningsFor({ ...plain, amountPence: 50_001 })).toEqual([]);
  expect(warningsFor({ ...plain, amountPence: 50_000, payeePaidBefore: false, invoiceNumberKnown: true })).toEqual([
    'just-under-the-limit',
    'round-sum',
    'invoice-number-again',
    'new-payee',
  ]);
});

test('P2: a payee is found in public words in any case and with any accent', () => {
  expect(namesThePayee('Tools for MALIK’s garden', 'Yusuf Malik')).toBe(true);
  expect(namesThePayee('Zupa dla Zolci', 'Anna Żółci')).toBe(false);
  expect(namesThePayee('Help for Halina', 'Halina Nowicka')).toBe(true);
  expect(namesThePayee('Malika’s kitchen', 'Yusuf Malik')).toBe(false);
});

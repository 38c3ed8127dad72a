import { type Kept, pounds, type Story, type StoryPayment } from './story.ts';

/** Payments of one sum at regular months. */
export function everyMonths(
  { first, months, times }: { readonly first: string; readonly months: number; readonly times: number },
  sum: number,
  purpose: string,
): StoryPayment[] {
  const [year = 2021, month = 1, day = 1] = first.split('-').map(Number);
  return Array.from({ length: times }, (_, turn) => {
    const at = month - 1 + turn * months;
    const on = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return { on, amount: pounds(sum), purpose };
  });
}

/** The newest was sent and is not seen on the bank's statement yet. */
export function lastUnmatched(payments: readonly StoryPayment[]): StoryPayment[] {
  return payments.map((payment, at) => (at === payments.length - 1 ? { ...payment, unmatched: true } : payment));
}

/** Makes payments one after the other. */
export async function payAll(story: Story, kept: Kept, payments: readonly StoryPayment[]): Promise<void> {
  for (const payment of payments) await story.pay(kept, payment);
}

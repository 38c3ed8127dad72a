import type { Payee } from './records.ts';

/** Counts of people below this are not told (P2). */
const smallestCount = 10;

/** Who got the money, in the words of every page and export (P2): an organisation by name, a person never. */
export function payeeInPublic(payee: Payee): string {
  switch (payee.kind) {
    case 'organisation':
      return payee.organisation.name;
    case 'individual':
      return 'an individual';
    case 'total':
      return `${payee.label}: ${payee.count < smallestCount ? 'fewer than 10' : payee.count} ${payee.counted}`;
  }
}

import { payeeInPublic } from '@pursestrings/open-data/payee-in-public';
import type { Payee } from '@pursestrings/open-data/records';

/** A recipient as it stands in the books, with what a batch counts. */
export interface BookedPayee {
  readonly kind: string;
  readonly name: string;
  readonly registrationNumber?: string | null;
  readonly projectTitle: string;
  readonly peopleCount: number | null;
}

/** A payee as far as everyone may know it (P2): people without their names, wages and households as totals. The one place for pages and exports. */
export function payeeOf(payee: BookedPayee): Payee {
  switch (payee.kind) {
    case 'organisation': {
      const registration = payee.registrationNumber ?? null;
      const identifier =
        registration === null ? `XM-PURSESTRINGS-${payee.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` : `GB-CHC-${registration}`;
      return { kind: 'organisation', organisation: { identifier, name: payee.name, registration } };
    }
    case 'household':
      return { kind: 'total', label: payee.projectTitle, counted: 'households', count: payee.peopleCount ?? 0 };
    case 'wages':
      return { kind: 'total', label: payee.projectTitle, counted: 'people', count: payee.peopleCount ?? 0 };
    default:
      return { kind: 'individual' };
  }
}

/** The same in words. */
export function payeeWords(payee: BookedPayee): string {
  return payeeInPublic(payeeOf(payee));
}

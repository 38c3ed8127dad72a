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
      return { kind: 'organisation', organisation: { identifier: identifierOf(payee.name, registration), name: payee.name, registration } };
    }
    case 'household':
      return { kind: 'total', label: payee.projectTitle, counted: 'households', count: payee.peopleCount ?? 0 };
    case 'wages':
      return { kind: 'total', label: payee.projectTitle, counted: 'people', count: payee.peopleCount ?? 0 };
    default:
      return { kind: 'individual' };
  }
}

/** An org-id: a charity's by its six or seven digits, a company's by its eight signs, else one made from the name. */
function identifierOf(name: string, registration: string | null): string {
  if (registration !== null && /^\d{6,7}$/.test(registration)) return `GB-CHC-${registration}`;
  if (registration !== null && /^(\d{8}|[A-Z]{2}\d{6})$/.test(registration)) return `GB-COH-${registration}`;
  return `XM-PURSESTRINGS-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** The same in words. */
export function payeeWords(payee: BookedPayee): string {
  return payeeInPublic(payeeOf(payee));
}

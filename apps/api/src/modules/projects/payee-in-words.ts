/** Whom a project pays, as far as everyone may know it (P2). Batches are counted with each payment, so here they have no number. */
export function payeeInWords(kind: string, name: string): string {
  switch (kind) {
    case 'organisation':
      return name;
    case 'household':
      return 'households, counted together';
    case 'wages':
      return 'wages, counted together';
    default:
      return 'an individual';
  }
}

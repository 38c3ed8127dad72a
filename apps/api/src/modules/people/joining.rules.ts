import { ok, problem, type Result } from '@pursestrings/basics/result';

/** Nobody younger gets an account (H3). They vote by code or on paper. */
export const youngestWithAccount = 13;

/** What somebody says of themselves when they join. */
export interface Declaration {
  readonly isThirteenOrOlder: boolean;
  readonly bornYear?: number | undefined;
}

/** H3: refuses an account to anybody under 13, by their own word or by their year of birth. */
export function checkOldEnough(said: Declaration, thisYear: number): Result<void, { readonly code: 'under-thirteen' }> {
  const tooYoung = said.bornYear !== undefined && thisYear - said.bornYear < youngestWithAccount;
  return said.isThirteenOrOlder && !tooYoung ? ok(undefined) : problem({ code: 'under-thirteen' });
}

/** H5: refuses to record a person before the neighbourhood has named who answers for their data. */
export function checkDataController(dataController: string | null): Result<void, { readonly code: 'no-data-controller' }> {
  return dataController === null || dataController.trim() === '' ? problem({ code: 'no-data-controller' }) : ok(undefined);
}

/** A postcode as it is kept: capitals and digits alone. Any spacing and case is the same postcode (L18). */
export function plainPostcode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

import { newSecretId } from '@pursestrings/basics/ids';

/** The id of a form about to be shown, made in its loader. Random: the forms of ballots must not say when they were opened. */
export function newFormId(): string {
  return newSecretId<'form'>();
}

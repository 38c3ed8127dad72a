import { AsyncLocalStorage } from 'node:async_hooks';
import type { AnswerSeal } from './sealed-answer.ts';

/** The form that the request being answered carries, if the platform is to answer its repetition the same. */
export interface FormOfRequest {
  /** The UUID made with the form. */
  readonly id: string;
  /** The method and address that it was sent to. */
  readonly route: string;
  /** What must be equal in a repetition: the checked body, as an HMAC under a key of the program. */
  readonly bodyText: string;
  /** Locks the answer that is kept for a repetition. */
  readonly answers: AnswerSeal;
  claimed: boolean;
}

const forms = new AsyncLocalStorage<FormOfRequest>();

/** The form of the request being answered, or undefined outside of one. */
export function currentForm(): FormOfRequest | undefined {
  return forms.getStore();
}

/** Runs `work` as the answer to a request that carries `form`. */
export function withForm<T>(form: FormOfRequest, work: () => T): T {
  return forms.run(form, work);
}

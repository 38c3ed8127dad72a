/**
 * Refusals are values, faults are thrown. An action that may say no returns a `Result`; the caller cannot
 * reach the value without looking at `ok` first.
 */
export type Result<T, P extends AnyProblem = AnyProblem> = Ok<T> | Refused<P>;

/** What every problem has: a code in kebab-case that words and status codes are looked up by. */
export interface AnyProblem {
  readonly code: string;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<P extends AnyProblem> {
  readonly ok: false;
  readonly problem: P;
}

/** A success carrying `value`. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A refusal carrying its problem: a `code`, and whatever its words need to be precise. */
export function problem<const P extends AnyProblem>(details: P): Refused<P> {
  return { ok: false, problem: details };
}

/** For the end of a `switch` that names every case: the compiler objects if one is missing; at run time it throws. */
export function unreachable(value: never): never {
  throw new Error(`A case is missing for ${JSON.stringify(value)}.`);
}

import { type AnyProblem } from '@pursestrings/basics/result';
import { commonProblems } from '@pursestrings/contracts/endpoint';

/** A refusal on its way out, from places that cannot return a `Result` (guards, hooks). Answered by `FaultFilter`. */
export class Refusal extends Error {
  constructor(
    readonly problem: AnyProblem,
    readonly status: number,
  ) {
    super(problem.code);
  }
}

/** One of the refusals that any endpoint may give. */
export function commonRefusal(code: keyof typeof commonProblems): Refusal {
  return new Refusal({ code }, commonProblems[code]);
}

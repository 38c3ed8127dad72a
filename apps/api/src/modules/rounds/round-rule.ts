import { createHash } from 'node:crypto';
import type { BallotLimits, BallotType } from '@pursestrings/contracts/rounds';
import type { Rule } from '@pursestrings/voting-rules/rules';

/** What stands in a round's column `rule`: all that decides how its ballots are filled in and counted. */
export interface RoundRule {
  readonly count: Rule;
  readonly limits: BallotLimits;
  /** How ties are broken: lowest cost, then most supporters, then a lot from the committed seed; or, for outside files, the project's id. */
  readonly ties: 'cost_supporters_lot' | 'id';
}

/** Everything that is frozen at announcement. */
export interface RulesToFreeze {
  readonly roundId: string;
  readonly title: string;
  readonly question: string;
  readonly potPence: number;
  readonly ballotType: BallotType;
  readonly rule: RoundRule;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly projects: readonly { readonly code: string; readonly title: string; readonly costPence: number }[];
  /** Hex. */
  readonly seedCommitment: string;
}

/** SHA-256 of the rules as canonical JSON: keys in the order of their code points, no spaces. Envelopes are bound to it. */
export function hashOfRules(rules: RulesToFreeze): Buffer {
  return createHash('sha256')
    .update(canonical({ format: 'pb-rules/1', ...rules }))
    .digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

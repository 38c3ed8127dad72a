/**
 * The answer of a count, as plain data that can be written as JSON: what went in, each step, ties and how they were broken, and for
 * every project why it was chosen or not. The same inputs give the same bytes, whatever the order of projects and ballots.
 * Sums are whole units (pence), rounded down where a share of a penny is left; `exact` texts are fractions.
 */
import type { BallotType } from './round.ts';
import type { Rule } from './rules.ts';

/** A number that is seldom whole: rounded down to three decimals for reading, and as an exact fraction where that is short enough to print. */
export interface ExactNumber {
  /** As '16.921'. */
  readonly rounded: string;
  /** As '25000/21'; null when longer than 80 characters. */
  readonly exact: string | null;
}

/** A share of money: whole units rounded down, and the exact fraction of units. */
export interface ExactUnits {
  readonly units: number;
  readonly exact: string | null;
}

export interface CountStep {
  readonly number: number;
  readonly projectId: string;
  /** In which part of the rule it was chosen. `free` stands for supported projects that cost nothing. */
  readonly part: 'equal_shares' | 'utilitarian' | 'greedy' | 'phragmen' | 'free';
  readonly cost: number;
  readonly votes: number;
  readonly score: number;
  /** Cost ÷ the largest payment for one unit of support. Null where nobody paid a share. */
  readonly effectiveVotes: ExactNumber | null;
  /** What a supporter who could pay in full paid (for one point, where points count). */
  readonly fullPayment: ExactUnits | null;
  /** Supporters who paid in full, who could pay only part, and who had nothing left. */
  readonly paidInFull: number | null;
  readonly paidInPart: number | null;
  readonly paidNothing: number | null;
  /** What was left in the pot after this step. Below zero never occurs. */
  readonly leftInPot: number;
}

export interface CountTie {
  /** The step at which it was met. */
  readonly step: number;
  /** Equal best projects, in the tie order; the first was taken. */
  readonly projectIds: readonly string[];
  readonly taken: string;
}

/** What supporters of a project that was not chosen had paid for something else. */
export interface MoneyGone {
  readonly projectId: string;
  readonly units: number;
}

export type NotChosenReason =
  | 'supporters_had_too_little'
  | 'did_not_fit'
  | 'nobody_supported_it'
  | 'below_minimum_support'
  | 'below_threshold'
  | 'group_already_chosen'
  | 'dearer_than_pot'
  | 'stopped_before'
  | 'comparison';

export interface ProjectAnswer {
  readonly projectId: string;
  readonly name: string | null;
  readonly cost: number;
  readonly votes: number;
  readonly score: number;
  readonly chosen: boolean;
  /** The step at which it was chosen. */
  readonly step: number | null;
  readonly reason: NotChosenReason | null;
  /** The chosen project of its exclusive group, when another than this. */
  readonly groupChosen: string | null;
  /** What its supporters still had when the count ended, together. Equal shares only. */
  readonly supportersStillHad: number | null;
  /** The three projects that most of its supporters' money went to. Equal shares only. */
  readonly moneyWentTo: readonly MoneyGone[];
  /** How many of its supporters also supported the first of `moneyWentTo`. */
  readonly alsoSupportedFirst: number | null;
  /** How many of its supporters got nothing that they chose. */
  readonly supportersLeftWithNothing: number;
  /** The most it could have cost to be chosen, all else equal, in whole pounds. Null where that cannot be said. */
  readonly chosenAtCost: number | null;
  /** The fewest further people, supporting only this, with whom it would have been chosen, the pot being the same. Null where that cannot be said. */
  readonly chosenWithMoreSupporters: number | null;
  /**
   * How the last two were found: `recount`, by the whole rule again; `final_share`, by one run with everybody's final share, where whole
   * recounts would take too long. Null where they were not looked for.
   */
  readonly closenessBasis: 'recount' | 'final_share' | null;
}

export interface ShareStory {
  /** Pot ÷ ballots (rounded down to whole pounds under `floor`). */
  readonly start: ExactUnits;
  /** What each voter had in the run that counts. */
  readonly final: ExactUnits;
  readonly stepUnits: number;
  readonly increments: number;
  readonly stop: 'one_run' | 'overspend' | 'exhaustive' | 'nothing_left_to_choose';
}

/** Entry k: how many voters got k of what they chose. Empty ballots are in entry 0. */
export type GotCounts = readonly number[];

export interface OtherOutcome {
  readonly chosen: readonly string[];
  readonly spent: number;
  readonly left: number;
  readonly got: GotCounts;
}

export interface CountDocument {
  readonly format: 'pursestrings-count/1';
  readonly inputs: {
    /** SHA-256 over the canonical inputs (`inputs-hash.ts`), hex. */
    readonly sha256: string;
    readonly title: string | null;
    readonly currency: string;
    readonly unitsPerPound: number;
    readonly pot: number;
    readonly ballots: number;
    readonly emptyBallots: number;
    readonly ballotType: BallotType;
    readonly projects: number;
  };
  readonly rule: { readonly name: string | null; readonly parameters: Rule };
  readonly rounding: string;
  readonly tieOrder: readonly string[];
  /** Ids in the order chosen. */
  readonly chosen: readonly string[];
  readonly spent: number;
  readonly left: number;
  readonly share: ShareStory | null;
  readonly steps: readonly CountStep[];
  readonly ties: readonly CountTie[];
  /** Every project: most votes first, equals in the tie order. */
  readonly projects: readonly ProjectAnswer[];
  readonly got: GotCounts;
  /** What greedy by score would have chosen: to be shown after verification only. */
  readonly greedyBeside: OtherOutcome;
  /** True when the comparison step replaced the result by the greedy one. */
  readonly comparisonTookGreedy: boolean;
}

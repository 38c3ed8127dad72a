import { ok, problem, type Result } from '@pursestrings/basics/result';
import type { DecisionOutcome, WayForTooFew } from '@pursestrings/contracts/decisions';
import type { ItemStanding } from '@pursestrings/contracts/meetings';
import type { Terms } from '@pursestrings/contracts/partnership';

/** Somebody who is at the meeting and could be asked to decide an item. */
export interface Attender {
  readonly isResident: boolean;
  /** A member, or a resident agreed beforehand who came in case too few could decide. */
  readonly cameAs: 'member' | 'agreed_resident';
  /** Has declared an interest in this item that was not ruled to be no conflict. */
  readonly hasInterest: boolean;
}

/** What an item's standing is worked out from. `needed` is the quorum for all the seats of that day. */
export interface ItemFacts {
  readonly members: number;
  readonly residentMembers: number;
  readonly needed: number;
  readonly here: readonly Attender[];
}

/**
 * Works out who can decide one item. A member with an interest neither votes nor counts (D1). Too few 'by interests' means
 * that enough came and would have been enough without them; only then are the ways of D2 open.
 */
export function standingOf({ members, residentMembers, needed, here }: ItemFacts): ItemStanding {
  const present = here.filter((one) => one.cameAs === 'member');
  const able = present.filter((one) => !one.hasInterest);
  const called = here.filter((one) => one.cameAs === 'agreed_resident' && !one.hasInterest);
  return {
    members,
    residentMembers,
    present: present.length,
    withInterest: present.length - able.length,
    canDecide: able.length,
    residentsCanDecide: able.filter((one) => one.isResident).length,
    needed,
    enough: able.length >= needed,
    tooFewByInterests: able.length < needed && present.length >= needed,
    agreedResidentsHere: called.length,
    canDecideWithCalled: able.length + called.length,
    residentsHoldSeats: 2 * residentMembers > members,
  };
}

/** What the chair says was done. */
export interface WhatWasDone {
  readonly result: 'agreed_nobody_against' | 'counted' | 'come_back';
  readonly votesFor?: number | undefined;
  readonly votesAgainst?: number | undefined;
  readonly abstained?: number | undefined;
  readonly residentsAbstained?: number | undefined;
  readonly way?: WayForTooFew | null | undefined;
  readonly wayNote?: string | null | undefined;
}

/** An outcome with all that it was worked out from, as it is stored and published. */
export interface WorkedOut {
  readonly outcome: DecisionOutcome;
  readonly quorate: boolean;
  readonly residentsEnough: boolean;
  readonly canDecide: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstained: number;
  readonly residentVotes: number;
  readonly way: WayForTooFew | null;
  readonly wayNote: string | null;
}

export type RecordProblem =
  | { readonly code: 'choose-a-way'; readonly canDecide: number; readonly needed: number }
  | { readonly code: 'way-not-open' }
  | { readonly code: 'way-needs-words' }
  | { readonly code: 'votes-do-not-add-up'; readonly canDecide: number; readonly given: number }
  | { readonly code: 'residents-do-not-add-up'; readonly residents: number };

/**
 * Works out an outcome from who could decide and how they voted. It is never typed.
 *
 * Too few there: `no_quorum`. Too few by interests: a way must be chosen and said in words (D2); until the fund holder has
 * confirmed, its way leaves the item `deferred`. Votes must account for everybody who could decide. Residents must have cast
 * more than half of the votes for and against, and hold more than half of the seats; else `deferred` (D3). As many for as
 * against is `lost`: nobody has a casting vote.
 */
export function workOut(standing: ItemStanding, done: WhatWasDone, majority: Terms['majority']): Result<WorkedOut, RecordProblem> {
  const way = done.way ?? null;
  const wayNote = done.wayNote?.trim() || null;
  if (way !== null && !standing.tooFewByInterests) return problem({ code: 'way-not-open' });
  if (way !== null && wayNote === null) return problem({ code: 'way-needs-words' });
  const without = { ...noVotes, canDecide: standing.canDecide, quorate: standing.enough, way, wayNote };
  if (done.result === 'come_back') return ok({ ...without, outcome: 'deferred' });
  if (way === 'defer') return ok({ ...without, outcome: 'deferred' });
  if (standing.tooFewByInterests && way === null)
    return problem({ code: 'choose-a-way', canDecide: standing.canDecide, needed: standing.needed });
  if (!standing.enough && way === null) return ok({ ...without, outcome: 'no_quorum' });
  const canDecide = way === 'residents_called' ? standing.canDecideWithCalled : standing.canDecide;
  if (way === 'residents_called' && canDecide < standing.needed) return problem({ code: 'way-not-open' });
  const residents = standing.residentsCanDecide + (way === 'residents_called' ? standing.agreedResidentsHere : 0);
  const votes = countedVotes({ canDecide, residents }, done);
  if (!votes.ok) return votes;
  const counted = { ...votes.value, canDecide, way, wayNote };
  if (way === 'fund_holder_confirms')
    return ok({ ...counted, ...afterVotes({ standing, votes: votes.value, majority }), quorate: false, outcome: 'deferred' });
  return ok({ ...counted, ...afterVotes({ standing, votes: votes.value, majority }), quorate: true });
}

/** What the fund holder's yes makes of an item that waited for it: the outcome that its votes give. */
export function workOutConfirmed(
  standing: Pick<ItemStanding, 'residentsHoldSeats'>,
  votes: Votes,
  majority: Terms['majority'],
): Pick<WorkedOut, 'outcome' | 'residentsEnough' | 'quorate'> {
  return { ...afterVotes({ standing, votes, majority }), quorate: true };
}

export interface Votes {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstained: number;
  readonly residentVotes: number;
}

const noVotes = { votesFor: 0, votesAgainst: 0, abstained: 0, residentVotes: 0, residentsEnough: false };

function countedVotes({ canDecide, residents }: { canDecide: number; residents: number }, done: WhatWasDone): Result<Votes, RecordProblem> {
  if (done.result === 'agreed_nobody_against') return ok({ votesFor: canDecide, votesAgainst: 0, abstained: 0, residentVotes: residents });
  const { votesFor = 0, votesAgainst = 0, abstained = 0 } = done;
  const given = votesFor + votesAgainst + abstained;
  if (given !== canDecide) return problem({ code: 'votes-do-not-add-up', canDecide, given });
  const others = canDecide - residents;
  const residentsAbstained = abstained === 0 ? 0 : done.residentsAbstained;
  if (residentsAbstained === undefined || residentsAbstained > Math.min(abstained, residents) || abstained - residentsAbstained > others) {
    return problem({ code: 'residents-do-not-add-up', residents });
  }
  return ok({ votesFor, votesAgainst, abstained, residentVotes: residents - residentsAbstained });
}

function afterVotes(given: {
  standing: Pick<ItemStanding, 'residentsHoldSeats'>;
  votes: Votes;
  majority: Terms['majority'];
}): Pick<WorkedOut, 'outcome' | 'residentsEnough'> {
  const { votesFor, votesAgainst, residentVotes } = given.votes;
  const cast = votesFor + votesAgainst;
  const residentsEnough = given.standing.residentsHoldSeats && 2 * residentVotes > cast;
  if (!residentsEnough) return { outcome: 'deferred', residentsEnough };
  const carried = votesFor > votesAgainst && (given.majority === 'simple' || 3 * votesFor >= 2 * cast);
  return { outcome: carried ? 'carried' : 'lost', residentsEnough };
}

/**
 * Whether what was decided departs from what residents chose (D4): agreed though not chosen, or refused or put off though
 * chosen. Where nothing was decided for want of people, it departs from nothing. `chosen` is null where no vote was held.
 */
export function departsFromResult(
  worked: Pick<WorkedOut, 'outcome' | 'quorate' | 'votesFor' | 'votesAgainst'>,
  chosen: boolean | null,
): boolean {
  if (chosen === null || worked.outcome === 'no_quorum') return false;
  if (worked.outcome === 'carried') return !chosen;
  if (worked.outcome === 'lost') return chosen;
  return chosen && worked.quorate && worked.votesFor + worked.votesAgainst === 0;
}

/** The day on which an item counts as decided: that of its meeting, also when it is typed up later; a meeting held early decides on the day it is. */
export function decidingDay(meetingDay: string, today: string): string {
  if (today < meetingDay) return today;
  return meetingDay;
}

import { unitsAsText } from './decimal.ts';
import type { PreparedRound } from './prepared-round.ts';
import { compareCodePoints } from './round.ts';
import { sha256Hex } from './sha256.ts';

/**
 * SHA-256 over what was counted, the same for every order of projects and ballots: `pb-inputs/1`, the pot, the number of ballots and of
 * empty ones, each project with cost and group in the tie order, then each kind of ballot with how many voters cast it, sorted by code point.
 * Points stand behind a project's place as `place:points`.
 */
export function hashOfInputs(round: PreparedRound): string {
  const projects = round.ids.map((id, p) => JSON.stringify([id, round.costs[p], round.groups[p]]));
  const kinds: string[] = [];
  for (let ballot = 0; ballot < round.multiplicity.length; ballot += 1) {
    const choices: string[] = [];
    for (let at = round.ballotStart[ballot] as number; at < (round.ballotStart[ballot + 1] as number); at += 1) {
      choices.push(round.ballotPoints ? `${round.ballotProjects[at]}:${round.ballotPoints[at]}` : String(round.ballotProjects[at]));
    }
    kinds.push(`${choices.join(',')}*${round.multiplicity[ballot]}`);
  }
  const head = ['pb-inputs/1', unitsAsText(round.pot, round.unitsPerPound), `${round.ballots} ${round.emptyBallots}`];
  return sha256Hex([...head, ...projects, ...kinds.sort(compareCodePoints)].join('\n'));
}

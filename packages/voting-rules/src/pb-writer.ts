import { readBallots } from './ballots.ts';
import { CountInputError } from './count-error.ts';
import { unitsAsText } from './decimal.ts';
import { type BallotType, type CountInput, compareCodePoints } from './round.ts';

const voteTypes: Readonly<Record<BallotType, string>> = {
  approval: 'approval',
  up_to_k: 'approval',
  basket: 'approval',
  points: 'cumulative',
  score: 'scoring',
  ranked: 'ordinal',
};

/** A field in quotation marks where it needs them. */
function field(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The vote column (and the points column) of each ballot, sorted bytewise, so that their order tells nothing. */
function voteLines(input: CountInput): string[] {
  const lines: string[] = [];
  for (const ballot of readBallots(input)) {
    const order = [...ballot.choices.keys()];
    const id = (at: number): string => ballot.choices[at] ?? '';
    if (input.ballotType !== 'ranked') order.sort((a, b) => compareCodePoints(id(a), id(b)));
    const points = ballot.points ? `;${order.map((at) => ballot.points?.[at]).join(',')}` : '';
    lines.push(`${field(order.map(id).join(','))}${points}`);
  }
  return lines.sort(compareCodePoints);
}

/** What `writePb` promises, in full. */
export function writePbText(input: CountInput): string {
  for (const { id } of input.projects) {
    if (id === '' || id !== id.trim() || id.includes(','))
      throw new CountInputError(`The project id '${id}' cannot be written: it is empty, has a comma, or begins or ends with a space.`);
  }
  const money = (units: number): string => unitsAsText(units, input.unitsPerPound);
  const votes = voteLines(input);
  const hasPoints = input.ballotType === 'points' || input.ballotType === 'score';
  const hasGroups = input.projects.some((project) => project.exclusiveGroup);
  const meta: [string, string][] = [
    ...(input.title ? ([['description', input.title]] as [string, string][]) : []),
    ['num_projects', String(input.projects.length)],
    ['num_votes', String(votes.length)],
    ['budget', money(input.pot)],
    ['vote_type', voteTypes[input.ballotType]],
    ['ballot_type', input.ballotType],
    ...(input.longestRanking ? ([['max_length', String(input.longestRanking)]] as [string, string][]) : []),
    ['currency', input.currency ?? 'GBP'],
    ...(input.tieOrder ? ([['tie_order', input.tieOrder.join(',')]] as [string, string][]) : []),
  ];
  const projects = [...input.projects].sort((a, b) => compareCodePoints(a.id, b.id));
  return [
    'META',
    'key;value',
    ...meta.map(([key, value]) => `${key};${field(value)}`),
    'PROJECTS',
    `project_id;cost;name${hasGroups ? ';exclusive_group' : ''}`,
    ...projects.map(
      ({ id, cost, name, exclusiveGroup }) =>
        `${field(id)};${money(cost)};${field(name ?? '')}${hasGroups ? `;${field(exclusiveGroup ?? '')}` : ''}`,
    ),
    'VOTES',
    `voter_id;vote${hasPoints ? ';points' : ''}`,
    ...votes.map((line, index) => `${index + 1};${line}`),
    '',
  ].join('\n');
}

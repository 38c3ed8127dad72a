import { decimalPounds } from '@pursestrings/basics/money';
import { type Column, writeCsv } from './csv.ts';
import type { DecisionRecord } from './records.ts';

/** Decisions as published: outcomes, reasons, and members' votes as counts. */
export const decisionColumns: readonly Column<DecisionRecord>[] = [
  { heading: 'decision', meaning: 'Id of the decision; ledger entries name it.', cell: (decision) => decision.id },
  { heading: 'title', meaning: 'What was decided about.', cell: (decision) => decision.title },
  { heading: 'decided_on', meaning: 'Day of the meeting.', cell: (decision) => decision.decidedOn },
  { heading: 'outcome', meaning: 'carried, lost, deferred or no_quorum (not enough members).', cell: (decision) => decision.outcome },
  { heading: 'votes_for', meaning: "Members' votes for.", cell: (decision) => decision.votesFor },
  { heading: 'votes_against', meaning: "Members' votes against.", cell: (decision) => decision.votesAgainst },
  { heading: 'abstained', meaning: 'Members who did not choose a side.', cell: (decision) => decision.abstained },
  {
    heading: 'away_with_interest',
    meaning: 'Members who left the room because of an interest.',
    cell: (decision) => decision.awayWithInterest,
  },
  {
    heading: 'sum',
    meaning: 'Most that may be spent under it, pounds.',
    cell: (decision) => (decision.sumPence === null ? null : decimalPounds(decision.sumPence)),
  },
  { heading: 'project', meaning: 'The project it promises money to.', cell: (decision) => decision.projectId },
  { heading: 'round', meaning: 'The neighbourhood vote it follows.', cell: (decision) => decision.roundId },
  { heading: 'summary', meaning: 'The decision in plain words.', cell: (decision) => decision.summary },
  { heading: 'reasons', meaning: 'Why.', cell: (decision) => decision.reasons },
  {
    heading: 'departs_because',
    meaning: "Why it departs from the vote's result, where it does.",
    cell: (decision) => decision.departsBecause,
  },
  { heading: 'url', meaning: 'Its page.', cell: (decision) => decision.url },
];

/** `decisions/decisions.csv`. */
export function decisionsCsv(decisions: readonly DecisionRecord[]): string {
  return writeCsv(decisionColumns, decisions);
}

/** `decisions/decisions.json`: the same records with the same names. */
export function decisionsJson(decisions: readonly DecisionRecord[]): string {
  const rows = decisions.map((decision) => Object.fromEntries(decisionColumns.map(({ heading, cell }) => [heading, cell(decision)])));
  return `${JSON.stringify({ format: 'pursestrings-decisions/1', decisions: rows }, null, 1)}\n`;
}

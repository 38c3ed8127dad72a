import { count } from '@pursestrings/voting-rules/count';
import { CountInputError } from '@pursestrings/voting-rules/count-error';
import { PbFileError } from '@pursestrings/voting-rules/pb-error';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import type { CountInput } from '@pursestrings/voting-rules/round';
import type { Rule } from '@pursestrings/voting-rules/rules';
import { checkBulletin } from './check-bulletin.ts';
import type { Findings } from './finding.ts';
import { asText, field, firstDifference, items, type Json, jsonOf } from './json-file.ts';
import { tableOf } from './read-ledger.ts';
import { readPounds } from './whole-pence.ts';

/** What a check of the votes found out besides faults. */
export interface RoundNotes {
  /** Votes whose result was counted again from the published ballots. */
  readonly recounted: readonly string[];
  /** Votes too small for their ballots to be published. */
  readonly tooSmall: readonly string[];
}

const fewestToPublish = 30;

/** Checks each vote that the folder holds: its counts agree, the result comes out again from the ballots, the bulletin's heads follow. */
export function checkRounds(files: ReadonlyMap<string, string>, findings: Findings): RoundNotes {
  const notes = { recounted: [] as string[], tooSmall: [] as string[] };
  const folders = new Set(
    [...files.keys()].filter((path) => path.startsWith('rounds/')).map((path) => path.split('/').slice(0, 2).join('/')),
  );
  for (const folder of folders) {
    const round = jsonOf(files, { file: `${folder}/round.json`, format: 'pursestrings-round/1' }, findings);
    if (round === null) continue;
    const name = folder.slice('rounds/'.length);
    if (files.has(`${folder}/result.json`)) notes[checkResult({ folder, files, round }, findings)].push(name);
    checkBulletin(folder, files, findings);
  }
  return notes;
}

interface RoundFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly round: Json;
}

function checkResult({ folder, files, round }: RoundFolder, findings: Findings): keyof RoundNotes {
  const result = jsonOf(files, { file: `${folder}/result.json`, format: 'pursestrings-count/1' }, findings);
  const inputs = field(result, 'inputs');
  const roundFile = `${folder}/round.json`;
  if (field(round, 'ballots_counted') !== field(inputs, 'ballots'))
    findings.add({ file: roundFile, field: 'ballots_counted' }, 'is not the number of ballots of the result');
  if (field(round, 'pot_pence') !== field(inputs, 'pot'))
    findings.add({ file: roundFile, field: 'pot_pence' }, 'is not the pot of the result');
  checkTable({ file: `${folder}/result.csv`, files, result }, findings);
  const text = files.get(`${folder}/ballots.pb`);
  const enough = Number(asText(field(inputs, 'ballots'))) >= fewestToPublish;
  if (field(round, 'ballots_published') !== enough)
    findings.add({ file: roundFile, field: 'ballots_published' }, `must be ${enough}: ballots are published from ${fewestToPublish} up`);
  if ((text !== undefined) !== enough)
    findings.add(
      { file: `${folder}/ballots.pb` },
      enough ? 'is not there, so nobody can count again' : 'is published although fewer than 30 voted',
    );
  if (text === undefined) return 'tooSmall';
  if (result !== null) recount({ folder, text, result }, findings);
  return 'recounted';
}

/** The result as a table says what the count's document says. */
function checkTable(about: { file: string; files: ReadonlyMap<string, string>; result: Json }, findings: Findings): void {
  const rows = tableOf(about.files, { file: about.file, headings: ['project', 'name', 'cost', 'votes', 'chosen', 'reason'] }, findings);
  if (!rows) return;
  const projects = items(field(about.result, 'projects'));
  if (rows.length !== projects.length)
    findings.add({ file: about.file }, `has ${rows.length} projects where the result has ${projects.length}`);
  for (const [index, { line, cells }] of rows.entries()) {
    const project = projects[index];
    const inJson = {
      project: asText(field(project, 'projectId')),
      name: asText(field(project, 'name')),
      votes: asText(field(project, 'votes')),
    };
    const { project: id = '', name = '', votes = '' } = cells;
    const difference = firstDifference(inJson, { project: id, name, votes });
    const at = (heading: string) => ({ file: about.file, row: line, field: heading });
    if (difference !== null) findings.add(at(difference), 'is not what the result says');
    if (readPounds(cells.cost ?? '') !== field(project, 'cost')) findings.add(at('cost'), 'is not what the result says');
    if (cells.chosen !== (field(project, 'chosen') === true ? 'Yes' : 'No')) findings.add(at('chosen'), 'is not what the result says');
    if (cells.reason !== asText(field(project, 'reason'))) findings.add(at('reason'), 'is not what the result says');
  }
}

function recount(about: { folder: string; text: string; result: Json }, findings: Findings): void {
  const ballotsFile = `${about.folder}/ballots.pb`;
  const rule = field(field(about.result, 'rule'), 'parameters') as unknown as Rule | null;
  if (rule === null) {
    findings.add({ file: `${about.folder}/result.json`, field: 'rule.parameters' }, 'is not there, so nobody can count again');
    return;
  }
  let again: Json;
  try {
    const { input } = readPb(about.text);
    refuseUnsorted(about.text, ballotsFile, findings);
    again = JSON.parse(JSON.stringify(count(inPence(input), rule, { skipCloseness: tellsNoCloseness(about.result) })));
  } catch (fault) {
    if (fault instanceof PbFileError) findings.add({ file: ballotsFile, row: fault.line, field: `column ${fault.column}` }, fault.message);
    else
      findings.add(
        { file: ballotsFile },
        `cannot be counted: ${fault instanceof CountInputError || fault instanceof Error ? fault.message : String(fault)}`,
      );
    return;
  }
  const difference = firstDifference(about.result, again);
  if (difference !== null)
    findings.add({ file: `${about.folder}/result.json`, field: difference }, 'is not what counting the published ballots again gives');
}

/** Whether a count left out how close each project came, as counts of outside files may: it is then counted again without. */
function tellsNoCloseness(result: Json): boolean {
  return items(field(result, 'projects')).every((project) => field(project, 'closenessBasis') === null);
}

/** Our sums are pence, whatever number of decimals the file happens to need. */
function inPence(input: CountInput): CountInput {
  if (input.unitsPerPound === 100 || 100 % input.unitsPerPound !== 0) return input;
  const factor = 100 / input.unitsPerPound;
  const projects = input.projects.map((project) => ({ ...project, cost: project.cost * factor }));
  return { ...input, pot: input.pot * factor, unitsPerPound: 100, projects };
}

/** Ballots stand sorted bytewise with their line's number: any other order could tell when or by whom they were cast. */
function refuseUnsorted(text: string, file: string, findings: Findings): void {
  const lines = text.split('\n');
  const begins = lines.indexOf('VOTES') + 2;
  const choices = lines
    .slice(begins)
    .filter((line) => line !== '')
    .map((line) => line.slice(line.indexOf(';') + 1));
  const wrong = choices.findIndex(
    (line, index) => index > 0 && Buffer.compare(Buffer.from(choices[index - 1] ?? ''), Buffer.from(line)) > 0,
  );
  if (wrong >= 0) findings.add({ file, row: begins + wrong + 1 }, 'is out of order: ballots must stand sorted');
}

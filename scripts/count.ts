/** `npm run count`: counts Pabulib files under one or more rules. See --help. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '@pursestrings/voting-rules/count';
import { decide } from '@pursestrings/voting-rules/decide';
import { unitsAsText } from '@pursestrings/voting-rules/decimal';
import { besideInWords, explainInWords, resultInWords } from '@pursestrings/voting-rules/explain-in-words';
import { type PbFile, readPb } from '@pursestrings/voting-rules/pb-file';
import { type Rule, ruleByName } from '@pursestrings/voting-rules/rules';
import { sumInWords } from '@pursestrings/voting-rules/sums-in-words';

const help = `npm run count -- FILE… --rule RULE[,RULE…] [--json]

Counts elections in Pabulib's .pb format and says why each project was chosen or not.

  --rule RULE[,RULE…]   default: mes_cost_add1_u
                        greedy_by_score  greedy_by_score_per_cost   (+ _no_skip, _threshold_50)
                        phragmen
                        mes_cost  mes_unit  mes_points  mes_points_x_cost
                          + _add1 (+ _floor) (+ _noexh)   raise every voter's share, one whole coin at a time
                          + _u                            then most support first with what is left
                          + _comparison                   keep it unless more voters approve more of greedy's
  --json                one line for each file and rule, nothing else on standard output:
                        file, rule, winners (in the order chosen), spent, left, budget, ballots, projects, ties, seconds
  --ranked-points WAY   longest (default): K − position; own_length: the ballot's length − position
  --minimum-support N   a project needs so many supporters (default 0, as outside; our own rounds ask for 1)
  --exact               every decision by exact fractions: slow, with the same result
  --help

Ties go by project id, compared as text ("10" before "2"), unless the file says otherwise (META tie_order, as in our own files).
What each rule does: docs/counting. Ends with 0; 1 when a file could not be read or counted; 2 when the command was not understood.
`;

interface Options {
  readonly files: readonly string[];
  readonly rules: readonly (readonly [string, Rule])[];
  readonly json: boolean;
  readonly forceExact: boolean;
}

class UsageError extends Error {}

function readOptions(): Options | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      exact: { type: 'boolean', default: false },
      'ranked-points': { type: 'string', default: 'longest' },
      'minimum-support': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new UsageError('Name at least one .pb file.');
  const rankedPoints = values['ranked-points'];
  if (rankedPoints !== 'longest' && rankedPoints !== 'own_length') throw new UsageError('--ranked-points is longest or own_length.');
  const minimumSupport = Number(values['minimum-support']);
  if (!Number.isSafeInteger(minimumSupport) || minimumSupport < 0)
    throw new UsageError('--minimum-support is a whole number of 0 or more.');
  const names = (values.rule ?? ['mes_cost_add1_u']).flatMap((list) => list.split(',')).map((name) => name.trim());
  const rules = names.filter(Boolean).map((name): [string, Rule] => {
    const rule = ruleByName(name);
    if (!rule) throw new UsageError(`There is no rule '${name}'.`);
    return [name, { ...rule, rankedPoints, minimumSupport }];
  });
  if (rules.length === 0) throw new UsageError('Name at least one rule behind --rule.');
  return { files: positionals, rules, json: values.json, forceExact: values.exact };
}

/** A sum as a JSON number of whole coins, written from its digits. */
function coins(units: number, file: PbFile): number {
  return Number(unitsAsText(units, file.input.unitsPerPound));
}

function printJson(file: PbFile, about: { readonly name: string; readonly readSeconds: number }, options: Options): void {
  for (const [ruleName, rule] of options.rules) {
    const began = performance.now();
    const { round, chosen, spent, ties } = decide(file.input, rule, { forceExact: options.forceExact });
    const seconds = about.readSeconds + (performance.now() - began) / 1000;
    const line = {
      file: about.name,
      rule: ruleName,
      winners: chosen.map((p) => round.ids[p]),
      spent: coins(spent, file),
      left: coins(round.pot - spent, file),
      budget: coins(round.pot, file),
      ballots: round.ballots,
      projects: round.ids.length,
      ties: ties.length,
      seconds: Number(seconds.toFixed(3)),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function showProgress(what: string): (share: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (share) => process.stderr.write(share >= 1 ? '\r\u001b[K' : `\r${what}: ${Math.round(share * 100)}%`);
}

function printWords(file: PbFile, name: string, options: Options): void {
  const { input, warnings } = file;
  for (const [ruleName, rule] of options.rules) {
    const document = count(input, rule, { forceExact: options.forceExact, onProgress: showProgress(ruleName) });
    const money = (units: number): string => sumInWords(units, document.inputs);
    const lines = [`${document.inputs.title ?? name} (${name}), counted by ${ruleName}`, '', resultInWords(document)];
    const { share } = document;
    if (share) {
      const raised = share.increments > 0 ? `, raised ${share.increments} times to ${money(share.final.units)}` : '';
      lines.push(`${document.inputs.ballots} ballots; each voter began with ${money(share.start.units)} of the pot${raised}.`);
    }
    const beside = besideInWords(document);
    if (beside) lines.push(beside);
    const answers = new Map(document.projects.map((answer) => [answer.projectId, answer]));
    const words = new Map(explainInWords(document).map((one) => [one.projectId, one]));
    const missed = document.projects.filter(({ chosen }) => !chosen).map(({ projectId }) => projectId);
    for (const id of [...document.chosen, ...missed]) {
      const answer = answers.get(id);
      const why = words.get(id);
      if (!answer || !why) continue;
      lines.push(
        '',
        `${answer.chosen ? '✓' : '–'} ${id}  ${answer.name ?? ''}  ${money(answer.cost)}, ${answer.votes} votes`,
        `  ${why.sentences.join(' ')}`,
      );
    }
    for (const { step, projectIds, taken } of document.ties)
      lines.push('', `Tie at step ${step}: ${projectIds.join(', ')} were exactly equal; ${taken} goes first in the tie order.`);
    lines.push('', `Inputs: SHA-256 ${document.inputs.sha256}`, '');
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  for (const { line, message } of warnings.slice(0, 20)) process.stderr.write(`${name}, line ${line}: ${message}\n`);
  if (warnings.length > 20) process.stderr.write(`${name}: ${warnings.length - 20} more remarks.\n`);
}

function run(): number {
  let options: Options | null;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)} See --help.\n`);
    return 2;
  }
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  let failed = false;
  for (const place of options.files) {
    const name = path.basename(place);
    try {
      const began = performance.now();
      const file = readPb(readFileSync(place));
      if (options.json) printJson(file, { name, readSeconds: (performance.now() - began) / 1000 }, options);
      else printWords(file, name, options);
    } catch (error) {
      failed = true;
      process.stderr.write(`${place}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = run();

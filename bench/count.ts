/**
 * `npm run bench -- count`: how long reading and counting take at the sizes met in public, the limit beside each, and how many times slower the
 * plain exact implementation is on the same election in the same run. Ends with 1 when a limit is passed or the two disagree.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { count } from '@pursestrings/voting-rules/count';
import { decide } from '@pursestrings/voting-rules/decide';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { referenceCount } from '@pursestrings/voting-rules/reference-count';
import { type Rule, ruleByName } from '@pursestrings/voting-rules/rules';
import { type ElectionSize, makeElection } from './count-elections.ts';

interface Line {
  readonly what: string;
  readonly seconds: number;
  readonly limitSeconds: number | null;
  readonly note: string;
}

const large: ElectionSize = { ballots: 90_000, projects: 160, ticks: 10, pot: 20_000_000, dearest: 1_200_000 };
// Costs and pot such that Add1 takes about 320 runs.
const district: ElectionSize = { ballots: 9_000, projects: 81, ticks: 10.9, pot: 20_000_000, dearest: 4_000_000 };
const small: ElectionSize = { ballots: 2_000, projects: 40, ticks: 8, pot: 1_000_000, dearest: 100_000 };

function ruleOf(name: string): Rule {
  const rule = ruleByName(name);
  if (!rule) throw new Error(`There is no rule ${name}.`);
  return rule;
}

function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const began = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

function readAndCount(file: Uint8Array, about: { readonly what: string; readonly rule: string; readonly limitSeconds: number }): Line {
  const { value, seconds } = timed(() => decide(readPb(file).input, ruleOf(about.rule)));
  const ticks = value.round.input.ballots;
  const written = 'offsets' in ticks ? ticks.projects.length : 0;
  const runs = value.shares ? `, ${value.shares.increments + 1} runs` : '';
  return {
    what: about.what,
    seconds,
    limitSeconds: about.limitSeconds,
    note: `${value.round.ballots} ballots, ${value.round.ids.length} projects, ${written} ticks${runs}`,
  };
}

function compareWithPlain(): { readonly lines: readonly Line[]; readonly agree: boolean } {
  const { input } = readPb(makeElection(small));
  const rule = ruleOf('mes_cost');
  decide(input, rule); // Once before, so that both are measured warm.
  const ours = timed(() => decide(input, rule));
  const plain = timed(() => referenceCount(input, rule));
  const forced = timed(() => decide(input, rule, { forceExact: true }));
  const agree =
    ours.value.chosen.map((p) => ours.value.round.ids[p]).join() === plain.value.join() &&
    ours.value.chosen.join() === forced.value.chosen.join();
  const note = `2,000 ballots, 40 projects, one run; the plain one takes ${Math.round(plain.seconds / ours.seconds)} times as long`;
  return {
    agree,
    lines: [
      { what: 'equal shares, filtered', seconds: ours.seconds, limitSeconds: null, note },
      { what: 'equal shares, forced exact', seconds: forced.seconds, limitSeconds: null, note: 'the same engine without its filter' },
      { what: 'equal shares, plain exact', seconds: plain.seconds, limitSeconds: null, note: 'reference-count.ts' },
    ],
  };
}

function run(): number {
  if (process.argv.includes('--help')) {
    process.stdout.write(
      'npm run bench -- count   seconds for reading and counting, limits, and the ratio to a plain exact implementation\n',
    );
    return 0;
  }
  const largeFile = makeElection(large);
  const districtFile = makeElection(district);
  const { lines: comparison, agree } = compareWithPlain();
  const story = timed(() => count(readPb(districtFile).input, ruleOf('mes_cost_add1_u')));
  const lines: readonly Line[] = [
    readAndCount(largeFile, { what: 'read and count, equal shares', rule: 'mes_cost', limitSeconds: 2 }),
    readAndCount(districtFile, { what: 'read and count, Add1 and completion', rule: 'mes_cost_add1_u', limitSeconds: 4 }),
    {
      what: 'the same with its whole story',
      seconds: story.seconds,
      limitSeconds: null,
      note: `${story.value.projects.length} projects explained`,
    },
    ...comparison,
  ];
  for (const { what, seconds, limitSeconds, note } of lines) {
    const limit = limitSeconds === null ? '' : ` (limit ${limitSeconds} s)`;
    process.stdout.write(`${what.padEnd(38)} ${seconds.toFixed(3).padStart(8)} s${limit}  ${note}\n`);
  }
  mkdirSync(new URL('./results/', import.meta.url), { recursive: true });
  writeFileSync(new URL('./results/count.json', import.meta.url), `${JSON.stringify({ lines, agree }, null, 2)}\n`);
  if (!agree) process.stderr.write('The plain implementation chose something else.\n');
  const slow = lines.filter(({ seconds, limitSeconds }) => limitSeconds !== null && seconds > limitSeconds);
  for (const { what } of slow) process.stderr.write(`Over the limit: ${what}.\n`);
  return agree && slow.length === 0 ? 0 : 1;
}

process.exitCode = run();

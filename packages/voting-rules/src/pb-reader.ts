import { type Decimal, parseDecimal, scaleDecimal, withoutTrailingZeros } from './decimal.ts';
import { PbFileError, type PbWarning } from './pb-error.ts';
import { PbRows } from './pb-rows.ts';
import { readVotes } from './pb-votes.ts';
import type { BallotType, CountProject } from './round.ts';

/** Voting types of the format, and the one that we take them for. */
const ballotTypes: Readonly<Record<string, BallotType>> = {
  approval: 'approval',
  'choose-1': 'approval',
  ordinal: 'ranked',
  cumulative: 'points',
  scoring: 'score',
};

interface RawProject {
  readonly id: string;
  readonly cost: Decimal;
  readonly name: string;
  readonly exclusiveGroup: string;
}

/** META key to value, in the order written, and the line of each. Leaves the rows behind the line `PROJECTS`. */
function readMeta(rows: PbRows): { readonly meta: Map<string, string>; readonly lineOf: Map<string, number> } {
  const meta = new Map<string, string>();
  const lineOf = new Map<string, number>();
  const first = rows.next();
  if (!first || sectionOf(first) !== 'META') throw rows.errorAt('The file must begin with the line META.', 0);
  rows.next(); // key;value
  for (;;) {
    const fields = rows.next();
    if (!fields) throw rows.errorAt('The section PROJECTS is missing.', 0);
    const section = sectionOf(fields);
    if (section === 'PROJECTS') return { meta, lineOf };
    if (section) throw rows.errorAt(`${section} comes before PROJECTS.`, 0);
    const key = (fields[0] ?? '').trim();
    meta.set(key, fields.slice(1).join(';').trim());
    lineOf.set(key, rows.line);
  }
}

function sectionOf(fields: readonly string[]): string | null {
  if (fields.slice(1).some((field) => field.trim() !== '')) return null;
  const name = (fields[0] ?? '').trim().toUpperCase();
  return name === 'META' || name === 'PROJECTS' || name === 'VOTES' ? name : null;
}

/** Leaves the rows behind the line `VOTES`. */
function readProjects(rows: PbRows): readonly RawProject[] {
  const header = (rows.next() ?? []).map((field) => field.trim());
  const costAt = header.indexOf('cost');
  if (header[0] !== 'project_id' || costAt === -1) throw rows.errorAt('The projects need the columns project_id (first) and cost.', 0);
  const nameAt = header.indexOf('name');
  const groupAt = header.indexOf('exclusive_group');
  const found = new Map<string, RawProject>();
  for (;;) {
    const fields = rows.next();
    if (!fields) throw rows.errorAt('The section VOTES is missing.', 0);
    if (sectionOf(fields) === 'VOTES') return [...found.values()];
    const id = (fields[0] ?? '').trim();
    if (id === '') throw rows.errorAt('A project has no id.', 0);
    if (found.has(id)) throw rows.errorAt(`Project ${id} is listed twice.`, 0);
    const cost = parseDecimal(fields[costAt] ?? '');
    if (!cost) throw rows.errorAt(`The cost of project ${id} must be a sum of 0 or more, got '${fields[costAt] ?? ''}'.`, costAt);
    found.set(id, { id, cost, name: (fields[nameAt] ?? '').trim(), exclusiveGroup: (fields[groupAt] ?? '').trim() });
  }
}

/** The pot and the costs as whole numbers of one unit. */
function scaleMoney(
  budget: Decimal,
  projects: readonly RawProject[],
  warnings: PbWarning[],
): { pot: number; unitsPerPound: number; costs: number[] } {
  const all = [budget, ...projects.map((project) => project.cost)];
  const fits = (decimals: number): boolean =>
    all.reduce((sum, value) => sum + scaleDecimal(value, decimals), 0n) <= BigInt(Number.MAX_SAFE_INTEGER);
  let decimals = Math.max(...all.map((value) => value.decimals));
  if (!fits(decimals)) decimals = Math.max(...all.map((value) => withoutTrailingZeros(value).decimals));
  const wanted = decimals;
  while (decimals > 0 && !fits(decimals)) decimals -= 1;
  if (!fits(decimals)) throw new PbFileError('The sums are too large to be counted exactly.', { line: 1, column: 1 });
  if (decimals < wanted)
    warnings.push({ line: 1, message: `Sums have ${wanted} decimals; only ${decimals} can be counted exactly, the rest is cut off.` });
  const [pot = 0, ...costs] = all.map((value) => Number(scaleDecimal(value, decimals)));
  return { pot, unitsPerPound: 10 ** decimals, costs };
}

function checkCount(declared: string | undefined, found: { readonly count: number; readonly what: string }, warnings: PbWarning[]): void {
  if (declared !== undefined && Number(declared) !== found.count) {
    warnings.push({ line: 1, message: `META says ${declared} ${found.what}; the file has ${found.count}.` });
  }
}

/** What `readPb` promises, in full. */
export function readPbText(text: string, onProgress: (share: number) => void) {
  const rows = new PbRows(text);
  const warnings: PbWarning[] = [];
  const { meta, lineOf } = readMeta(rows);
  // The value stands behind the key and its semicolon.
  const at = (key: string) => ({ line: lineOf.get(key) ?? 1, column: lineOf.has(key) ? key.length + 2 : 1 });
  const rawProjects = readProjects(rows);
  const budget = parseDecimal(meta.get('budget') ?? '');
  if (!budget) throw new PbFileError(`META needs a budget of 0 or more, got '${meta.get('budget') ?? ''}'.`, at('budget'));
  const voteType = (meta.get('vote_type') ?? 'approval').toLowerCase();
  const ballotType = (meta.get('ballot_type') as BallotType | undefined) ?? ballotTypes[voteType];
  if (!ballotType) throw new PbFileError(`The vote_type '${voteType}' is not known.`, at('vote_type'));
  const { pot, unitsPerPound, costs } = scaleMoney(budget, rawProjects, warnings);
  const projects = rawProjects.map(
    ({ id, name, exclusiveGroup }, index): CountProject => ({
      id,
      cost: costs[index] ?? 0,
      ...(name ? { name } : {}),
      ...(exclusiveGroup ? { exclusiveGroup } : {}),
    }),
  );
  const ballots = readVotes(rows, { projects, ballotType, warnings, onProgress });
  checkCount(meta.get('num_projects'), { count: projects.length, what: 'projects' }, warnings);
  checkCount(meta.get('num_votes'), { count: ballots.offsets.length - 1, what: 'votes' }, warnings);
  const title = meta.get('description');
  const longest = /^\d{1,6}$/.test(meta.get('max_length') ?? '') ? Number(meta.get('max_length')) : null;
  const tieOrder = meta
    .get('tie_order')
    ?.split(',')
    .map((id) => id.trim());
  const input = {
    ...(title ? { title } : {}),
    currency: meta.get('currency') ?? 'GBP',
    pot,
    unitsPerPound,
    ballotType,
    ...(ballotType === 'ranked' && longest ? { longestRanking: longest } : {}),
    projects,
    ballots,
    ...(tieOrder ? { tieOrder } : {}),
  };
  return { input, meta, warnings };
}

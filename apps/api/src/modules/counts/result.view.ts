import type { ResultProject, RoundResult } from '@pursestrings/contracts/results';
import type { CountDocument, ProjectAnswer } from '@pursestrings/voting-rules/count-document';
import type { ProjectWords } from '@pursestrings/voting-rules/explain-in-words';

/** A stored result with what stands around it. */
export interface StoredResult {
  readonly version: number;
  readonly state: RoundResult['state'];
  readonly document: CountDocument;
  readonly words: readonly ProjectWords[];
  readonly digest: string;
  readonly seed: string | null;
  readonly confirmations: number;
  readonly slugs: Readonly<Record<string, string | null>>;
}

/** Fewer ballots than this are not published (V6). */
export const fewestBallotsToPublish = 30;

/** A stored result as the page shows it. 'Most votes first' is left out until the result is verified. */
export function resultView(stored: StoredResult): RoundResult {
  const { document } = stored;
  const words = new Map(stored.words.map((one) => [one.projectId, one]));
  const effective = new Map(document.steps.map((step) => [step.projectId, step.effectiveVotes?.rounded ?? null]));
  return {
    version: stored.version,
    state: stored.state,
    ballots: document.inputs.ballots,
    emptyBallots: document.inputs.emptyBallots,
    potPence: document.inputs.pot,
    spentPence: document.spent,
    leftPence: document.left,
    digest: stored.digest,
    ruleName: document.rule.name,
    share: document.share ? { startPence: document.share.start.units, finalPence: document.share.final.units } : null,
    tieOrder: [...document.tieOrder],
    ties: document.ties.map(({ step, projectIds, taken }) => ({ step, codes: [...projectIds], taken })),
    seed: stored.seed,
    projects: document.projects.map((project) =>
      projectView(project, {
        words: words.get(project.projectId),
        effective: effective.get(project.projectId) ?? null,
        slug: stored.slugs[project.projectId] ?? null,
      }),
    ),
    got: [...document.got],
    mostVotesFirst: stored.state === 'provisional' ? null : besideView(document),
    confirmedBy: stored.confirmations,
    fileIsPublic: document.inputs.ballots >= fewestBallotsToPublish,
  };
}

function besideView({ greedyBeside }: CountDocument): RoundResult['mostVotesFirst'] {
  return { chosen: [...greedyBeside.chosen], spentPence: greedyBeside.spent, leftWithNothing: greedyBeside.got[0] ?? 0 };
}

function projectView(
  project: ProjectAnswer,
  more: { words: ProjectWords | undefined; effective: string | null; slug: string | null },
): ResultProject {
  return {
    code: project.projectId,
    title: project.name ?? project.projectId,
    proposalSlug: more.slug,
    costPence: project.cost,
    votes: project.votes,
    chosen: project.chosen,
    step: project.step,
    question: more.words?.question ?? '',
    sentences: [...(more.words?.sentences ?? [])],
    chosenAtCostPence: project.chosenAtCost,
    chosenWithMoreSupporters: project.chosenWithMoreSupporters,
    effectiveVotes: more.effective,
    supportersLeftWithNothing: project.supportersLeftWithNothing,
    supportersStillHadPence: project.supportersStillHad,
  };
}

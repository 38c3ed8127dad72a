import type { CountDocument, CountStep, ProjectAnswer } from './count-document.ts';
import { grouped, listInWords, people, sumInWords } from './sums-in-words.ts';

/** Two plain English sentences about one project. */
export interface ProjectWords {
  readonly projectId: string;
  /** 'Why Path lights?' or 'Why not Skate ramp? 204 people backed it.' */
  readonly question: string;
  readonly sentences: readonly [string, string];
}

/** What the sentences about a document need to look up. */
interface Speaker {
  readonly document: CountDocument;
  readonly name: (projectId: string) => string;
  readonly money: (units: number) => string;
}

function speakerOf(document: CountDocument): Speaker {
  const names = new Map(document.projects.map(({ projectId, name }) => [projectId, name ?? projectId]));
  return {
    document,
    name: (projectId) => names.get(projectId) ?? projectId,
    money: (units) => sumInWords(units, document.inputs),
  };
}

function tieSentence({ document, name }: Speaker, step: CountStep): string | null {
  const tie = document.ties.find((met) => met.step === step.number);
  if (!tie) return null;
  const others = tie.projectIds.filter((id) => id !== step.projectId).map(name);
  return `It was level with ${listInWords(others)}, and the published tie order put it first.`;
}

function paidSentence({ money }: Speaker, step: CountStep): string {
  const full = step.fullPayment?.units ?? 0;
  const part = step.paidInPart ?? 0;
  const nothing = step.paidNothing ?? 0;
  const each = `about ${money(full)} each`;
  if (part + nothing === 0) return `That was ${each}.`;
  const rest = part > 0 ? `${people(part)} had less than that and gave what they had left` : '';
  const none = nothing > 0 ? `${people(nothing)} had nothing left to give` : '';
  return `${people(step.paidInFull ?? 0)} gave ${each}; ${[rest, none].filter((words) => words !== '').join('; ')}.`;
}

function whyChosen(speaker: Speaker, answer: ProjectAnswer, step: CountStep): [string, string] {
  const { money, document } = speaker;
  const backed = `${people(answer.votes)} backed it`;
  const tie = tieSentence(speaker, step);
  const before = money(step.leftInPot + step.cost);
  switch (step.part) {
    case 'free':
      return [`${backed}, and it costs nothing.`, 'Projects that somebody backs and that cost nothing are always chosen.'];
    case 'equal_shares':
      return [`${backed}, and their shares paid the whole ${money(answer.cost)} together.`, tie ?? paidSentence(speaker, step)];
    case 'utilitarian':
      return [
        `${backed}, and ${before} was left when no group of supporters could pay for another project alone.`,
        tie ?? `Of the projects that fitted into what was left, it had the most support.`,
      ];
    case 'phragmen':
      return [
        `${backed}, and its ${money(answer.cost)} was shared out evenly among them.`,
        tie ?? `Of all that were left, it asked the least of any one supporter.`,
      ];
    case 'greedy': {
      const perCost = document.rule.parameters.method === 'greedy_by_score_per_cost';
      const turn = perCost ? 'Projects with the most support for their cost went first' : 'Projects with the most support went first';
      return [
        `${backed}, and its ${money(answer.cost)} fitted into the ${before} that was left.`,
        tie ?? `${turn}, and it came number ${step.number} of those chosen.`,
      ];
    }
  }
}

/** 'It would have been chosen at £9,060, or with 47 more people behind it.' */
function closeSentence({ money, document }: Speaker, answer: ProjectAnswer): string {
  const { chosenAtCost, chosenWithMoreSupporters: more, supportersStillHad } = answer;
  const ways = [
    chosenAtCost === null ? '' : `at ${money(chosenAtCost)}`,
    more === null ? '' : `with ${people(more).replace(/ /, ' more ')} behind it`,
  ];
  const known = ways.filter((way) => way !== '');
  if (known.length > 0) {
    const condition = answer.closenessBasis === 'final_share' ? "With everybody's share as it was at the end, it" : 'It';
    return `${condition} would have been chosen ${known.join(', or ')}.`;
  }
  if (supportersStillHad !== null) return `At the end they still had ${money(supportersStillHad)} of the ${money(answer.cost)} it costs.`;
  return `${money(document.left)} of the pot was left at the end.`;
}

function whereMoneyWent({ money, name }: Speaker, answer: ProjectAnswer): string {
  const [first] = answer.moneyWentTo;
  if (!first) return `Their shares together come to ${money(answer.supportersStillHad ?? 0)}, and it costs ${money(answer.cost)}.`;
  const also = answer.alsoSupportedFirst ?? 0;
  const who = also === answer.votes ? (also === 1 ? 'That person' : 'All of them') : `${grouped(also)} of them`;
  return `${who} also backed ${name(first.projectId)}, and ${money(first.units)} of their money went there, so too little was left to pay for this.`;
}

function whyNotChosen(speaker: Speaker, answer: ProjectAnswer): [string, string] {
  const { money, document, name } = speaker;
  const close = closeSentence(speaker, answer);
  const cost = money(answer.cost);
  switch (answer.reason) {
    case null:
    case 'supporters_had_too_little':
      return [whereMoneyWent(speaker, answer), close];
    case 'did_not_fit':
      return [`Projects ahead of it had taken so much of the pot that its ${cost} no longer fitted.`, close];
    case 'stopped_before':
      return ['The count stopped at a project that did not fit into what was left, as the rules of this vote say.', close];
    case 'nobody_supported_it':
      return ['Nobody chose it on their ballot.', 'A project needs at least one supporter.'];
    case 'below_minimum_support':
      return [`${people(answer.votes)} backed it.`, `The rules of this vote ask for at least ${document.rule.parameters.minimumSupport}.`];
    case 'below_threshold': {
      const { parameters } = document.rule;
      const threshold = 'scoreThreshold' in parameters ? parameters.scoreThreshold : 0;
      return [`Its score was ${grouped(answer.score)}.`, `The rules of this vote ask for at least ${threshold}.`];
    }
    case 'group_already_chosen':
      return ['Only one of a group of projects could be chosen.', `Of its group, ${name(answer.groupChosen ?? '')} was.`];
    case 'dearer_than_pot':
      return [`It costs ${cost}, and there was ${money(document.inputs.pot)} in this vote.`, close];
    case 'comparison':
      return [
        'More voters got more of what they chose from the most-votes-first result, so that one was taken, as the rules of this vote say.',
        close,
      ];
  }
}

/** For every project of the document, in its order: why it was chosen or not, in two sentences that a child can follow. Sums are rounded down. */
export function explainInWords(document: CountDocument): readonly ProjectWords[] {
  const speaker = speakerOf(document);
  const steps = new Map(document.steps.map((step) => [step.projectId, step]));
  return document.projects.map((answer) => {
    const step = steps.get(answer.projectId);
    const name = speaker.name(answer.projectId);
    if (step) return { projectId: answer.projectId, question: `Why ${name}?`, sentences: whyChosen(speaker, answer, step) };
    const question = answer.votes > 0 ? `Why not ${name}? ${people(answer.votes)} backed it.` : `Why not ${name}?`;
    return { projectId: answer.projectId, question, sentences: whyNotChosen(speaker, answer) };
  });
}

/** One sentence about the whole: 'Five projects were chosen with £28,720 of £30,000; everybody who voted got something.' */
export function resultInWords(document: CountDocument): string {
  const { money } = speakerOf(document);
  const count = document.chosen.length;
  const chosen = count === 1 ? '1 project was chosen' : `${count} projects were chosen`;
  const nothing = (document.got[0] ?? 0) - document.inputs.emptyBallots;
  const who = nothing === 0 ? 'everybody who chose something got something' : `${people(nothing)} got nothing that they chose`;
  return `${chosen} with ${money(document.spent)} of ${money(document.inputs.pot)}; ${who}.`;
}

/** What most votes first would have done to voters, for after the verification; null where it leaves as many with nothing. */
export function besideInWords(document: CountDocument): string | null {
  const nothing = (got: readonly number[]): number => (got[0] ?? 0) - document.inputs.emptyBallots;
  const there = nothing(document.greedyBeside.got);
  const here = nothing(document.got);
  if (there === here) return null;
  const left = there === 0 ? 'everybody would have got something they chose' : `${people(there)} would have got nothing they chose`;
  const way = here === 0 ? 'This way nobody did.' : `This way ${people(here)} got nothing.`;
  return `Had we simply taken the most votes first, ${left}. ${way}`;
}

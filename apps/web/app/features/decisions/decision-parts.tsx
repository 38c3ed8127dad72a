import { plainPounds } from '@pursestrings/basics/money';
import { Notice } from '@pursestrings/ui/notice';
import { Grid } from '@pursestrings/ui/slip';
import { SummaryList, type SummaryRow } from '@pursestrings/ui/summary-list';
import type { ReactElement } from 'react';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import type { DecisionView } from './decision-view.ts';
import { type DecisionsMessages, decisionsMessages } from './decisions.messages.ts';

interface PartProps {
  readonly view: DecisionView;
  /** The place's home, as in '/kettlewick'. */
  readonly address: string;
}

/** That this is an earlier version, or what this version corrects. */
export function Versions({ view, address }: PartProps): ReactElement | null {
  const messages = useMessages(decisionsMessages).one;
  const { newest, corrected, earlier } = view;
  if (newest === null && corrected === null) return null;
  return (
    <Notice kind={newest === null ? 'info' : 'warn'} title={corrected === null ? undefined : messages.correctedTitle(corrected.day)}>
      {corrected === null ? null : <p>{corrected.note}</p>}
      {newest === null ? null : (
        <p>
          {messages.thisIsOld} <a href={`${address}/decisions/${newest.slug}`}>{messages.readNewest}</a>
        </p>
      )}
      {earlier.map((version) => (
        <p key={version.slug}>
          <a href={`${address}/decisions/${version.slug}`}>{messages.readEarlier(version.day)}</a>
        </p>
      ))}
    </Notice>
  );
}

/** Where it departs from the vote: that it does, and why (D4). */
export function Departure({ view, address }: PartProps): ReactElement | null {
  const messages = useMessages(decisionsMessages).one;
  const { decision, round } = view;
  if (!decision.departs) return null;
  return (
    <Notice kind="warn" title={messages.departsTitle}>
      <p>{decision.outcome === 'carried' ? messages.departsYes : messages.departsNo}</p>
      <Paragraphs text={decision.departsReason ?? ''} />
      {round === null ? null : (
        <p>
          <a href={`${address}/votes/${round.slug}/result`}>{messages.seeVote(round.title)}</a>
        </p>
      )}
    </Notice>
  );
}

/** The project and its payments, and what the council was asked and said. */
export function Since({ view, address }: PartProps): ReactElement {
  const messages = useMessages(decisionsMessages).one;
  const { project, council } = view;
  return (
    <section>
      <h2>{messages.since}</h2>
      {project === null && council.length === 0 ? <p className="hush">{messages.nothingSince}</p> : null}
      {project === null ? null : (
        <p>
          {messages.promised(plainPounds(project.promised))} <a href={`${address}/projects/${project.slug}`}>{project.title}</a>.{' '}
          {project.payments === 0 ? messages.nothingPaid : messages.paidSoFar(plainPounds(project.paid), project.payments)}
        </p>
      )}
      {council.length === 0 ? null : (
        <Grid two>
          {council.map((question) => (
            <div key={question.id} className="slip">
              <h3>{messages.councilAsked(question.asked)}</h3>
              <Paragraphs text={question.words} />
              {question.answered === null ? (
                <p className="hush">{messages.councilDue(question.due)}</p>
              ) : (
                <>
                  <h3>{messages.councilSaid(question.answered)}</h3>
                  <Paragraphs text={question.answer ?? ''} />
                </>
              )}
            </div>
          ))}
        </Grid>
      )}
    </section>
  );
}

/** Who was there and how they voted, as counts; interests by name (D5). */
export function HowDecided({ view, address }: PartProps): ReactElement {
  const messages = useMessages(decisionsMessages).one;
  const { decision, meeting, proposal, round } = view;
  const from: SummaryRow[] = [
    { question: messages.meeting, answer: <a href={`${address}/meetings/${meeting.slug}`}>{`${meeting.title}, ${view.meetingDay}`}</a> },
    ...(proposal === null
      ? []
      : [{ question: messages.proposal, answer: <a href={`${address}/proposals/${proposal.slug}`}>{proposal.title}</a> }]),
    ...(round === null || decision.departs
      ? []
      : [{ question: messages.vote, answer: <a href={`${address}/votes/${round.slug}/result`}>{round.title}</a> }]),
  ];
  return (
    <section className="gap">
      <h2>{messages.how}</h2>
      <SummaryList rows={[...procedureRows(view, messages), ...from]} />
      <h3>{messages.interests}</h3>
      <Interests interests={view.interests} />
      {decision.wordsReason === null ? null : <p className="small hush">{messages.hardWords(decision.wordsReason)}</p>}
    </section>
  );
}

function procedureRows({ decision, motionWords }: DecisionView, messages: DecisionsMessages['one']): SummaryRow[] {
  const cast = decision.votesFor + decision.votesAgainst;
  const noVotes = decision.quorate ? messages.noVotes : messages.tooFew;
  const rows: SummaryRow[] = [
    { question: messages.asked, answer: <Paragraphs text={motionWords} /> },
    { question: messages.there, answer: messages.thereWords(decision.present, decision.members) },
    { question: messages.couldDecide, answer: messages.couldDecideWords(decision.canDecide, decision.needed) },
    {
      question: messages.votes,
      answer: cast === 0 ? noVotes : messages.votesWords(decision.votesFor, decision.votesAgainst, decision.abstained),
    },
  ];
  if (cast > 0) {
    const enough = decision.residentsEnough ? messages.residentsEnough(decision.residentVotes, cast) : messages.residentsNotEnough;
    rows.push({ question: messages.residents, answer: enough });
  }
  if (decision.way !== null) {
    const confirmed = decision.fundHolderConfirmed ? ` ${messages.confirmed}` : '';
    rows.push({ question: messages.way, answer: `${messages.ways[decision.way]}${confirmed} ${decision.wayNote ?? ''}` });
  }
  return rows;
}

function Interests({ interests }: { readonly interests: DecisionView['interests'] }): ReactElement {
  const messages = useMessages(decisionsMessages).one;
  const words = useMessages(governanceMessages);
  if (interests.length === 0) return <p>{messages.noInterests}</p>;
  return (
    <ul>
      {interests.map((interest) => (
        <li key={`${interest.name}:${interest.about}`}>
          <strong>{interest.name}</strong> {words.interestOf[interest.kind]}: {interest.about}{' '}
          {interest.managed === null ? words.notVoted : words.managed[interest.managed]}
        </li>
      ))}
    </ul>
  );
}

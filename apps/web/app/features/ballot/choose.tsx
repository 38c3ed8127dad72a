import { pence, plainPounds } from '@pursestrings/basics/money';
import { BallotChoice, BallotChoices, FootBar } from '@pursestrings/ui/ballot-choice';
import { Button } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { type FormReply, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { ballotMessages } from './ballot.messages.ts';
import { asksNumbers, type Ballot, type Chosen, mostFor, numberName } from './ballot-form.ts';

export interface ChooseProps {
  readonly ballot: Ballot;
  readonly deadline: string;
  readonly action: string;
  /** Of the place, as in '/kettlewick'. */
  readonly address: string;
  readonly round: string;
  readonly reply: (FormReply & { readonly chosen: readonly Chosen[] }) | undefined;
}

/** The ballot itself. Nothing is sent from here: the next page shows the choices to be checked. */
export function Choose({ ballot, deadline, action, address, round, reply }: ChooseProps): ReactElement {
  const messages = useMessages(ballotMessages);
  const form = formState(reply);
  const chosen = new Map(reply?.chosen.map((one) => [one.code, one]));
  const pot = plainPounds(pence(ballot.potPence));
  return (
    <>
      <PageHead
        title={ballot.title}
        description={messages.description(messages.ideas(ballot.projects.length), pot)}
        hasErrors={form.hasErrors}
      />
      <ErrorSummary errors={form.errors} />
      <h1>
        {ballot.title}: {pot}
      </h1>
      <p className="lead">{ballot.question}</p>
      <p>
        <strong>{messages.howTo[ballot.ballotType](mostFor(ballot))}</strong> {asksNumbers(ballot) ? null : messages.equalShare}{' '}
        <a href={`${address}/votes/${round}/about`}>{messages.howCounted}</a>
      </p>
      <p className="hush small">{messages.order}</p>
      <PostForm formId="" action={action}>
        <BallotChoices>
          {ballot.projects.map((project) => (
            <ProjectChoice key={project.code} ballot={ballot} project={project} chosen={chosen.get(project.code)} address={address} />
          ))}
        </BallotChoices>
        <FootBar>
          <p className="last">
            {asksNumbers(ballot) ? null : <strong className="ticked" data-before={messages.ticked[0]} data-after={messages.ticked[1]} />}
            <strong>{messages.notSentYet}</strong> <span className="hush">{messages.until(deadline)}</span>
          </p>
          <Button name="step" value="check">
            {messages.check}
          </Button>
        </FootBar>
      </PostForm>
    </>
  );
}

interface ProjectChoiceProps {
  readonly ballot: Ballot;
  readonly project: Ballot['projects'][number];
  readonly chosen: Chosen | undefined;
  readonly address: string;
}

function ProjectChoice({ ballot, project, chosen, address }: ProjectChoiceProps): ReactElement {
  const messages = useMessages(ballotMessages);
  const price = plainPounds(pence(project.costPence));
  const more =
    project.proposalSlug === null ? null : (
      <a className="small" href={`${address}/proposals/${project.proposalSlug}`}>
        {messages.readProposal}
        <span className="away">: {project.title}</span>
      </a>
    );
  if (!asksNumbers(ballot)) {
    return (
      <BallotChoice
        name="choice"
        value={project.code}
        title={project.title}
        price={price}
        about={project.summary}
        checked={chosen !== undefined}
        more={more}
      />
    );
  }
  return (
    <li className="slip">
      <TextField
        name={numberName(project.code)}
        label={`${project.title}, ${price}`}
        hint={project.summary === '' ? undefined : project.summary}
        width={2}
        inputMode="numeric"
        autoComplete="off"
        value={chosen?.number === undefined || chosen.number === null ? undefined : String(chosen.number)}
      />
      {more}
    </li>
  );
}

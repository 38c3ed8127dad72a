import { pence, plainPounds, sumPence } from '@pursestrings/basics/money';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { useRouteLoaderData } from 'react-router';
import { type FormReply, type FormState, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { loader } from '../../root.tsx';
import { ballotMessages } from './ballot.messages.ts';
import { asksNumbers, type Ballot, type Chosen, numberName } from './ballot-form.ts';

export interface CheckChoicesProps {
  readonly ballot: Ballot;
  readonly deadline: string;
  readonly action: string;
  readonly reply: FormReply & { readonly formId: string; readonly chosen: readonly Chosen[] };
}

/** The choices once more, then who votes, then the one button that sends. The choices stand in the form and nowhere else. */
export function CheckChoices({ ballot, deadline, action, reply }: CheckChoicesProps): ReactElement {
  const messages = useMessages(ballotMessages);
  const form = formState(reply.mistakes.length > 0 ? reply : undefined);
  const { chosen } = reply;
  const total = plainPounds(sumPence(chosen.map(({ costPence }) => pence(costPence))));
  return (
    <div className="narrow">
      <PageHead title={messages.checkTitle} description={messages.checkDescription} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.checkTitle}</h1>
      <p>{messages.youChose(chosen.length)}</p>
      {chosen.length === 0 ? null : (
        <ul className="plain">
          {chosen.map((one) => (
            <li key={one.code}>
              <ChosenLine ballot={ballot} chosen={one} />
            </li>
          ))}
        </ul>
      )}
      {ballot.ballotType === 'basket' ? <p>{messages.together(total, plainPounds(pence(ballot.potPence)))}</p> : null}
      <PostForm formId={reply.formId} action={action}>
        {chosen.map(({ code, number }) =>
          asksNumbers(ballot) ? (
            <input key={code} type="hidden" name={numberName(code)} value={number ?? 0} />
          ) : (
            <input key={code} type="hidden" name="choice" value={code} />
          ),
        )}
        <section className="gap">
          <h2>{messages.whoTitle}</h2>
          <WhoVotes ballot={ballot} form={form} />
        </section>
        <p>
          <strong>{messages.notSentYet}</strong> {messages.until(deadline)}
        </p>
        <ButtonRow>
          <Button name="step" value="send">
            {messages.send}
          </Button>
          <Button kind="plain" name="step" value="change">
            {messages.changeChoices}
          </Button>
        </ButtonRow>
      </PostForm>
      <Promises ballot={ballot} />
    </div>
  );
}

function ChosenLine({ ballot, chosen }: { readonly ballot: Ballot; readonly chosen: Chosen }): ReactElement {
  const messages = useMessages(ballotMessages);
  const price = plainPounds(pence(chosen.costPence));
  const number = chosen.number ?? 0;
  const mark = ballot.ballotType === 'ranked' ? messages.place(number) : messages.points(number);
  return (
    <>
      <strong>{chosen.title}</strong>, {price}
      {asksNumbers(ballot) ? <> · {mark}</> : null}
    </>
  );
}

function WhoVotes({ ballot, form }: { readonly ballot: Ballot; readonly form: FormState }): ReactElement {
  const messages = useMessages(ballotMessages);
  const name = useRouteLoaderData<typeof loader>('root')?.session.name;
  const code = (
    <TextField
      name="votingCode"
      label={messages.code}
      hint={messages.codeHint}
      width={20}
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      value={form.value('votingCode')}
      error={form.error('votingCode')}
    />
  );
  if (ballot.mayCastSignedIn && name) {
    return (
      <>
        <p>{messages.signedIn(name)}</p>
        <Details summary={messages.orCode} open={form.error('votingCode') !== undefined}>
          {code}
        </Details>
      </>
    );
  }
  return (
    <>
      {code}
      {ballot.signedIn ? null : <p className="hush">{messages.noCode}</p>}
    </>
  );
}

/** What is promised of the vote, and what is not. On a demonstration its own truth stands first. */
function Promises({ ballot }: { readonly ballot: Ballot }): ReactElement {
  const messages = useMessages(ballotMessages);
  return (
    <section className="gap">
      {ballot.demonstration ? <Notice kind="warn">{messages.demonstration}</Notice> : null}
      <h2>{messages.promises}</h2>
      {ballot.demonstration ? null : <p>{messages.sealed}</p>}
      <p>{messages.honest}</p>
      <p>{messages.pressure}</p>
      <p>{messages.keepCode}</p>
    </section>
  );
}

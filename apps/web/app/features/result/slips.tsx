import { pence, plainPounds } from '@pursestrings/basics/money';
import type { RoundResult } from '@pursestrings/contracts/results';
import { Button, LinkButton } from '@pursestrings/ui/button';
import { DataTable } from '@pursestrings/ui/data-table';
import { Slip } from '@pursestrings/ui/slip';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/catalogue.ts';
import { resultMessages } from './result.messages.ts';

/** 'My code': a plain look-up, which answers 'in the box' and nothing else. */
export function BoxSlip({ code, inTheBox }: { readonly code: string; readonly inTheBox: boolean | null }): ReactElement {
  const messages = useMessages(resultMessages);
  return (
    <Slip title={messages.boxTitle} id="my-code">
      <form method="get" action="#my-code">
        <TextField
          name="code"
          label={messages.code}
          hint={messages.codeHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={code === '' ? undefined : code}
        />
        {inTheBox === null ? null : (
          <p role="status">
            <strong>{inTheBox ? messages.inTheBox : messages.notInTheBox}</strong>
          </p>
        )}
        <Button kind="plain">{messages.check}</Button>
      </form>
    </Slip>
  );
}

/** The ballots to count again, and how. */
export function CountSlip(props: { readonly result: RoundResult; readonly address: string; readonly mayCheck: boolean }): ReactElement {
  const { result, address } = props;
  const messages = useMessages(resultMessages);
  const file = `${address}/ballots.pb`;
  return (
    <Slip title={messages.countTitle}>
      {result.fileIsPublic ? <p>{messages.countWords(result.ballots)}</p> : <p>{messages.tooFew}</p>}
      {result.fileIsPublic || props.mayCheck ? (
        <>
          <p>
            <LinkButton href={file}>{messages.countFile}</LinkButton>
          </p>
          <p className="small">
            {messages.countCommand}
            <br />
            <code>{`npm run count -- ballots.pb --rule ${result.ruleName ?? ''} --minimum-support 1`}</code>
          </p>
          <p className="small hush last">
            {messages.digest}: <code>{result.digest}</code>
          </p>
        </>
      ) : null}
    </Slip>
  );
}

/** What comes after a vote. */
export function NextSlip({ place, address }: { readonly place: string; readonly address: string }): ReactElement {
  const messages = useMessages(resultMessages);
  return (
    <Slip title={messages.nextTitle}>
      <p>{messages.nextWords}</p>
      <p>
        <a href={`/${place}/decisions`}>{messages.decisions}</a>
      </p>
      <p className="last">
        <a href={`${address}/about`}>{messages.rules}</a>
      </p>
    </Slip>
  );
}

/** How many voters got how many of what they ticked. */
export function WhatVotersGot({ result }: { readonly result: RoundResult }): ReactElement | null {
  const messages = useMessages(resultMessages);
  if (result.ballots === 0) return null;
  const rows = result.got.map((voters, number) => ({ voters, number })).filter(({ voters }) => voters > 0);
  return (
    <section className="gap narrow">
      <DataTable
        caption={messages.gotTitle}
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          { heading: messages.gotHeading, cell: ({ number }) => messages.gotNumber(number) },
          { heading: messages.gotPeople, numeric: true, cell: ({ voters }) => voters.toLocaleString('en-GB') },
        ]}
      />
      {result.emptyBallots > 0 ? <p className="small hush">{messages.gotEmpty(result.emptyBallots)}</p> : null}
      {result.share === null ? null : (
        <p className="small hush">
          {messages.share(plainPounds(pence(result.share.startPence)), plainPounds(pence(result.share.finalPence)))}
        </p>
      )}
    </section>
  );
}

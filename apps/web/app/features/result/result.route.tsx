import { pence, plainPounds } from '@pursestrings/basics/money';
import { readReceipt } from '@pursestrings/contracts/ballots';
import { confirmResult, readResult, recountRound } from '@pursestrings/contracts/results';
import { readRound } from '@pursestrings/contracts/rounds';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { Grid, Slip } from '@pursestrings/ui/slip';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/result.route.ts';
import { CheckersPart } from './checkers-part.tsx';
import { Projects, WhyEach } from './projects-part.tsx';
import { resultMessages } from './result.messages.ts';
import { angryQuestion, leftWithNothing } from './result-view.ts';
import { BoxSlip, CountSlip, NextSlip, WhatVotersGot } from './slips.tsx';

const seenStates = new Set(['provisional', 'verified', 'published', 'recounted']);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const address = { place: params.place, round: params.round };
  const search = new URL(request.url).searchParams;
  const code = (search.get('code') ?? '').slice(0, 40);
  const { round, may } = await read({ request, context }, readRound, { params: address });
  const hasResult = round.state === 'published' || round.state === 'recounted' || may.length > 0;
  if (!seenStates.has(round.state) || !hasResult) throw redirect(`/${params.place}/votes/${params.round}/about`);
  const { title, imported, result } = await read({ request, context }, readResult, { params: address });
  const found = code === '' ? null : await read({ request, context }, readReceipt, { params: { ...address, code } });
  return { title, imported, result, may, code, inTheBox: found?.inTheBox ?? null, recounted: search.get('recounted'), formId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = resultMessages.en;
  const address = { place: params.place, round: params.round };
  const here = `/${params.place}/votes/${params.round}/result`;
  if ((await readTyped(request)).get('deed') === 'recount') {
    const form = await readForm(request, recountRound.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call({ request, context }, recountRound, { params: address, body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, words);
    throw redirect(`${here}?recounted=${answer.value.same ? 'same' : 'different'}`, 303);
  }
  const form = await readForm(request, confirmResult.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, confirmResult, { params: address, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(here, 303);
}

export default function Result({ loaderData, actionData, params }: Route.ComponentProps): ReactElement {
  const { result, title, may } = loaderData;
  const messages = useMessages(resultMessages);
  const form = formState(actionData);
  const address = `/${params.place}/votes/${params.round}`;
  const chosen = result.projects.filter((project) => project.chosen).length;
  const left = leftWithNothing(result);
  const spent = plainPounds(pence(result.spentPence));
  return (
    <>
      <PageHead
        title={messages.title(title)}
        description={messages.description(result.ballots, chosen, spent)}
        hasErrors={form.hasErrors}
      />
      <ErrorSummary errors={form.errors} />
      <Standing result={result} recounted={loaderData.recounted} />
      <h1>{left === 0 && chosen > 0 ? messages.headingAllGot(title, chosen, result.emptyBallots > 0) : messages.heading(title, chosen)}</h1>
      <p className="lead">
        {messages.summary(result.ballots)}{' '}
        {messages.money(spent, plainPounds(pence(result.potPence)), plainPounds(pence(result.leftPence)))}{' '}
        {loaderData.imported ? messages.imported : result.confirmedBy > 1 ? messages.checkedBy(2) : null}
      </p>
      <AngryQuestion result={result} left={left} />
      <Projects result={result} place={params.place} />
      <WhyEach result={result} />
      <WhatVotersGot result={result} />
      <CheckersPart data={loaderData} form={form} />
      <div className="gap">
        <Grid>
          <BoxSlip code={loaderData.code} inTheBox={loaderData.inTheBox} />
          <CountSlip result={result} address={address} mayCheck={may.length > 0} />
          <NextSlip place={params.place} address={address} />
        </Grid>
      </div>
    </>
  );
}

type ResultData = Route.ComponentProps['loaderData']['result'];

function Standing({ result, recounted }: { readonly result: ResultData; readonly recounted: string | null }): ReactElement | null {
  const messages = useMessages(resultMessages);
  if (recounted !== null) {
    return (
      <Notice kind={recounted === 'same' ? 'done' : 'warn'}>{recounted === 'same' ? messages.recounted : messages.recountDiffers}</Notice>
    );
  }
  if (result.state !== 'provisional' && result.state !== 'verified') return null;
  return (
    <Notice kind="warn" title={result.state === 'provisional' ? messages.provisionalTitle : messages.checkedTitle}>
      <p>{messages.provisional}</p>
    </Notice>
  );
}

/** The question that people come with, answered before anything else. */
function AngryQuestion({ result, left }: { readonly result: ResultData; readonly left: number }): ReactElement | null {
  const messages = useMessages(resultMessages);
  const project = angryQuestion(result);
  if (!project) return null;
  const beside = result.mostVotesFirst;
  const byMostFirst = beside === null ? 0 : Math.max(0, beside.leftWithNothing - result.emptyBallots);
  return (
    <Slip now title={project.question}>
      <p>{project.sentences.join(' ')}</p>
      {byMostFirst > left ? (
        <p className="last">
          {messages.mostFirst(byMostFirst)} {messages.thisWay(left)}
        </p>
      ) : null}
    </Slip>
  );
}

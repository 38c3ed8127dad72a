import { deadlineInWords } from '@pursestrings/basics/time';
import { readBallot, readReceipt } from '@pursestrings/contracts/ballots';
import { ConfirmPanel } from '@pursestrings/ui/confirm-panel';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/sent.route.ts';
import { ballotMessages } from './ballot.messages.ts';

/** 'Your vote is in', said only of a code that the box knows. The page holds no choice, whatever its address says (L29). */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const address = { place: params.place, round: params.round };
  const code = (new URL(request.url).searchParams.get('code') ?? '').slice(0, 40);
  const { closesAt } = await read({ request, context }, readBallot, { params: address });
  const { inTheBox } = await read({ request, context }, readReceipt, { params: { ...address, code: code === '' ? '-' : code } });
  return { code, inTheBox, deadline: deadlineInWords(closesAt) };
}

export default function Sent({ loaderData: { code, inTheBox, deadline }, params }: Route.ComponentProps): ReactElement {
  const messages = useMessages(ballotMessages);
  const back = (
    <p>
      <a href={`/${params.place}/votes/${params.round}`}>{messages.backToVote}</a>
    </p>
  );
  if (!inTheBox) {
    return (
      <div className="narrow">
        <PageHead title={messages.notFound} description={messages.keepCode} />
        <h1>{messages.notFound}</h1>
        <p>{messages.notFoundWords}</p>
        {back}
      </div>
    );
  }
  return (
    <div className="narrow">
      <PageHead title={messages.sentTitle} description={messages.sentDescription} />
      <ConfirmPanel title={messages.sentTitle} codeLabel={messages.receipt} code={code} />
      <p>{messages.keepCode}</p>
      <p>{messages.sentNext(deadline)}</p>
      <p>{messages.sentResult}</p>
      {back}
    </div>
  );
}

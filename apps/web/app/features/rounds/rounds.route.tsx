import { pence, plainPounds } from '@pursestrings/basics/money';
import { deadlineInWords } from '@pursestrings/basics/time';
import { listRounds } from '@pursestrings/contracts/rounds';
import { LinkButton } from '@pursestrings/ui/button';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/rounds.route.ts';
import { roundsMessages } from './rounds.messages.ts';
import { groupOf, type RoundLine, tagKindOf } from './rounds-view.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { rounds, mayPrepare } = await read({ request, context }, listRounds, { params: { place: params.place } });
  const lines = rounds.map(
    (round): RoundLine => ({ ...round, opens: deadlineInWords(round.opensAt), closes: deadlineInWords(round.closesAt) }),
  );
  return { lines, mayPrepare };
}

export default function Votes({ loaderData: { lines, mayPrepare } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(roundsMessages);
  const name = usePlace()?.name ?? '';
  const groups = [
    { key: 'open', title: messages.openTitle },
    { key: 'coming', title: messages.comingTitle },
    { key: 'past', title: messages.pastTitle },
    { key: 'drafts', title: messages.draftsTitle },
  ] as const;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(name)} />
      <h1>{messages.title}</h1>
      {lines.length === 0 ? <p className="lead">{messages.empty}</p> : null}
      {groups.map(({ key, title }) => {
        const inGroup = lines.filter((line) => groupOf(line) === key);
        return inGroup.length === 0 ? null : (
          <section key={key} className="gap">
            <h2>{title}</h2>
            <ul className="choices">
              {inGroup.map((line) => (
                <RoundSlip key={line.slug} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
      {mayPrepare ? (
        <p className="gap">
          <LinkButton kind="plain" href="votes/new">
            {messages.prepareLink}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

function RoundSlip({ line }: { readonly line: RoundLine }): ReactElement {
  const messages = useMessages(roundsMessages);
  const address = `/${usePlace()?.slug ?? ''}/votes/${line.slug}`;
  const group = groupOf(line);
  const when =
    group === 'open' ? messages.closes(line.closes) : group === 'past' ? messages.closed(line.closes) : messages.opens(line.opens);
  return (
    <li className={group === 'open' ? 'slip now' : 'slip'}>
      <h3>
        <a href={address}>{line.title}</a>
      </h3>
      <p>
        <Tag kind={tagKindOf(line.state)}>{messages.states[line.state]}</Tag>{' '}
        {messages.line(line.projects, plainPounds(pence(line.potPence)))}. {line.state === 'cancelled' ? line.cancelledReason : when}
      </p>
      {line.imported ? <p className="hush small">{messages.imported}</p> : null}
      {group === 'open' ? (
        <LinkButton href={address}>
          {messages.vote}
          <span className="away">{messages.voteAbout(line.title)}</span>
        </LinkButton>
      ) : null}
    </li>
  );
}

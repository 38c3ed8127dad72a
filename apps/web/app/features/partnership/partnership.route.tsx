import { pence, plainPounds } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import { readPartnership, type Terms } from '@pursestrings/contracts/partnership';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { governanceMessages } from '../../messages/governance.messages.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/partnership.route.ts';
import { partnershipMessages } from './partnership.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const found = await read({ request, context }, readPartnership, { params: { place: params.place } });
  const { roles } = context.get(sessionContext);
  const inWords = (day: string | null) => (day === null ? null : dayInWords(day));
  return {
    ...found,
    members: found.members.map((member) => ({ ...member, until: inWords(member.endsOn) })),
    interests: found.interests.map((interest) => ({
      ...interest,
      declared: dayInWords(interest.declaredOn),
      ended: inWords(interest.endsOn),
    })),
    terms: { ...found.terms, agreed: inWords(found.terms.agreedOn) },
    earlierTerms: found.earlierTerms.map((terms) => ({ ...terms, agreed: inWords(terms.agreedOn) })),
    isChair: roles.includes('chair'),
    declares: roles.some((role) => ['member', 'chair', 'treasurer', 'worker', 'scrutineer'].includes(role)),
  };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Partnership({ loaderData: data }: Route.ComponentProps): ReactElement {
  const messages = useMessages(partnershipMessages).one;
  const place = usePlace();
  const address = `/${place?.slug ?? ''}`;
  return (
    <>
      <PageHead title={messages.title} description={messages.description(place?.name ?? '')} />
      <h1>{messages.title}</h1>
      <p className="lead">{data.members.length === 0 ? messages.starting : messages.lead(data.members.length, data.residentMembers)}</p>
      <p>
        <a href={`${address}/meetings`}>{messages.meetings}</a> · <a href={`${address}/decisions`}>{messages.decisions}</a>
      </p>
      {data.members.length === 0 ? null : <Members data={data} />}
      <p>{messages.lendAHand}</p>
      {data.isChair ? <a href={`${address}/partnership/seats`}>{messages.seats}</a> : null}
      <Rules data={data} address={address} />
      <Interests data={data} address={address} />
      {data.agreedResidents.length === 0 ? null : (
        <section className="gap">
          <h2>{messages.agreed}</h2>
          <p>{messages.agreedAbout}</p>
          <p>{data.agreedResidents.map((one) => one.name).join(', ')}</p>
        </section>
      )}
    </>
  );
}

function Members({ data }: { readonly data: Data }): ReactElement {
  const messages = useMessages(partnershipMessages).one;
  return (
    <section>
      <h2>{messages.members}</h2>
      <ul className="list">
        {data.members.map((member) => (
          <li key={member.id}>
            <strong>{member.name}</strong>
            {member.duty === null ? '' : `, ${member.duty}`} {member.isResident ? null : <Tag kind="plain">{messages.livesElsewhere}</Tag>}{' '}
            {member.until === null ? null : <span className="hush">{messages.untilDay(member.until)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rules({ data, address }: { readonly data: Data; readonly address: string }): ReactElement {
  const messages = useMessages(partnershipMessages).one;
  const { terms, needed, earlierTerms, isChair } = data;
  return (
    <section className="gap">
      <h2>{messages.rules}</h2>
      <p>{terms.agreed === null ? messages.rulesDefault : messages.rulesFrom(terms.agreed)}</p>
      <SummaryList
        rows={[
          { question: messages.quorum, answer: messages.quorumWords(partInWords(terms, messages), terms.quorumLeast, needed) },
          { question: messages.majority, answer: messages.majorities[terms.majority] },
          { question: messages.residents, answer: messages.residentsWords },
          { question: messages.votes, answer: terms.votesByName ? messages.byName : messages.byCount },
          { question: messages.payments, answer: messages.paymentsWords(plainPounds(pence(terms.secondApprovalAbovePence))) },
          {
            question: messages.limit,
            answer: terms.deciderLimitPence === null ? messages.noLimit : plainPounds(pence(terms.deciderLimitPence)),
          },
        ]}
      />
      {isChair ? <a href={`${address}/partnership/rules`}>{messages.changeRules}</a> : null}
      {earlierTerms.length === 0 ? null : (
        <>
          <h3>{messages.earlierTitle}</h3>
          {earlierTerms.map((earlier) => (
            <p key={earlier.version}>
              {messages.earlier(earlier.version, earlier.agreed ?? '')}:{' '}
              {messages.quorumWords(partInWords(earlier, messages), earlier.quorumLeast, earlier.quorumLeast).split('. ')[0]}.{' '}
              {messages.majorities[earlier.majority]} {messages.paymentsWords(plainPounds(pence(earlier.secondApprovalAbovePence)))}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function partInWords(
  { quorumNumerator, quorumDenominator }: Pick<Terms, 'quorumNumerator' | 'quorumDenominator'>,
  messages: (typeof partnershipMessages)['en']['one'],
): string {
  const { parts } = messages;
  const known: Readonly<Record<string, string>> = { '1/2': parts.half, '1/3': parts.third, '1/4': parts.quarter };
  return known[`${quorumNumerator}/${quorumDenominator}`] ?? parts.other(quorumNumerator, quorumDenominator);
}

function Interests({ data, address }: { readonly data: Data; readonly address: string }): ReactElement {
  const messages = useMessages(partnershipMessages).one;
  const words = useMessages(governanceMessages);
  return (
    <section className="gap">
      <h2>{messages.interests}</h2>
      {data.interests.length === 0 ? <p className="hush">{messages.noInterests}</p> : <p>{messages.interestsAbout}</p>}
      <ul>
        {data.interests.map((interest) => (
          <li key={interest.id}>
            <strong>{interest.name}</strong> {words.interestOf[interest.kind]}: {interest.about}{' '}
            <span className="hush">{interest.ended === null ? messages.since(interest.declared) : messages.ended(interest.ended)}</span>
          </li>
        ))}
      </ul>
      {data.declares ? <a href={`${address}/partnership/interest`}>{messages.declare}</a> : null}
    </section>
  );
}

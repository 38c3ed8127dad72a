import { pence, plainPounds } from '@pursestrings/basics/money';
import { Button, LinkButton } from '@pursestrings/ui/button';
import { Slip } from '@pursestrings/ui/slip';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import { PostForm } from '../../forms/post-form.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { type HomeMessages, homeMessages } from './home.messages.ts';
import type { HomeView } from './home-view.ts';

interface InPlace {
  /** The place's home, as in '/kettlewick'. */
  readonly address: string;
}

/** The vote that is open, coming or being counted, with the one thing to do about it. */
export function HappeningNow({ round, address }: InPlace & { readonly round: NonNullable<HomeView['round']> }): ReactElement {
  const messages = useMessages(homeMessages);
  const href = `${address}/votes/${round.slug}`;
  const title = { open: messages.now, announced: messages.soon, counting: messages.counting }[round.state](round.title);
  return (
    <Slip title={title} now={round.state === 'open'} wide>
      {round.state === 'counting' ? (
        <p>{messages.votingEnded}</p>
      ) : (
        <p>
          {messages.ideasToShare(round.proposals)} <strong>{plainPounds(pence(round.potPence))}</strong> {messages.toShare}{' '}
          {messages.whoVotes(round.votingAge)} {round.state === 'open' ? messages.closes : messages.opens}{' '}
          <strong>{round.state === 'open' ? round.closes : round.opens}</strong>.
        </p>
      )}
      <p>
        <LinkButton href={href} kind={round.state === 'open' ? 'main' : 'plain'}>
          {round.state === 'open' ? messages.seeAndVote(round.proposals) : messages.seeIdeas(round.proposals)}
        </LinkButton>
      </p>
      {round.state !== 'open' || round.paperWhere === null ? null : <p className="small">{messages.paper(round.paperWhere)}</p>}
    </Slip>
  );
}

/** One open question, for anybody, without an account. */
export function SayWhatIsNeeded({
  formId,
  ideas,
  address,
}: InPlace & { readonly formId: string; readonly ideas: HomeView['ideas'] }): ReactElement {
  const messages = useMessages(homeMessages);
  const whoReads =
    ideas.readBy === null || ideas.answeredBy === null ? messages.someoneReads : messages.whoReads(ideas.readBy, ideas.answeredBy);
  return (
    <Slip title={messages.ask} id="say">
      <PostForm formId={formId} action={`${address}/ideas`}>
        <TextArea name="words" label={messages.oneLine} hint={whoReads} rows={3} maxLength={500} />
        <Button kind="plain">{messages.tellUs}</Button>
      </PostForm>
    </Slip>
  );
}

/** The newest decisions, each with its reason. */
export function DecidedLast({
  decisions,
  count,
  address,
}: InPlace & { readonly decisions: HomeView['decisions']; readonly count: number }): ReactElement {
  const messages = useMessages(homeMessages);
  return (
    <Slip title={messages.decidedLast}>
      {decisions.length === 0 ? (
        <p className="hush">{messages.noDecisions}</p>
      ) : (
        <ul className="list">
          {decisions.map((decision) => (
            <li key={decision.slug}>
              <Tag kind={outcomes[decision.outcome].tag}>{messages[outcomes[decision.outcome].words]}</Tag>
              <h3>
                <a href={`${address}/decisions/${decision.slug}`}>
                  {messages.withSum(decision.title, decision.pence === null ? null : plainPounds(pence(decision.pence)))}
                </a>
              </h3>
              <p>{decision.reason}</p>
            </li>
          ))}
        </ul>
      )}
      {count === 0 ? null : (
        <a className="more" href={`${address}/decisions`}>
          {messages.allDecisions(count)}
        </a>
      )}
    </Slip>
  );
}

const outcomes: Record<
  HomeView['decisions'][number]['outcome'],
  { readonly tag: TagKind; readonly words: keyof Pick<HomeMessages, 'agreed' | 'notAgreed' | 'putOff'> }
> = {
  agreed: { tag: 'yes', words: 'agreed' },
  not_agreed: { tag: 'no', words: 'notAgreed' },
  put_off: { tag: 'wait', words: 'putOff' },
};

/** What became of what was decided: open, on its way or late. */
export function IsItHappening({ projects, address }: InPlace & { readonly projects: HomeView['projects'] }): ReactElement {
  const messages = useMessages(homeMessages);
  return (
    <Slip title={messages.happening}>
      {projects.length === 0 ? (
        <p className="hush">{messages.noProjects}</p>
      ) : (
        <ul className="list">
          {projects.map((project) => (
            <li key={project.slug}>
              <Tag kind={standings[project.standing].tag}>{messages[standings[project.standing].words]}</Tag>
              <h3>
                <a href={`${address}/projects/${project.slug}`}>{project.title}</a>
              </h3>
              <p>{project.news}</p>
            </li>
          ))}
        </ul>
      )}
    </Slip>
  );
}

const standings: Record<
  HomeView['projects'][number]['standing'],
  { readonly tag: TagKind; readonly words: keyof Pick<HomeMessages, 'open' | 'onItsWay' | 'late'> }
> = {
  open: { tag: 'yes', words: 'open' },
  on_its_way: { tag: 'wait', words: 'onItsWay' },
  late: { tag: 'late', words: 'late' },
};

/** When and where the partnership meets next. */
export function NextMeeting({ meeting, address }: InPlace & { readonly meeting: HomeView['meeting'] }): ReactElement {
  const messages = useMessages(homeMessages);
  if (meeting === null) {
    return (
      <Slip title={messages.nextMeeting}>
        <p className="hush">{messages.noMeeting}</p>
      </Slip>
    );
  }
  return (
    <Slip title={messages.nextMeeting}>
      <p>
        <strong>
          {meeting.when}, {meeting.where}.
        </strong>{' '}
        {messages.toDecide(meeting.items)} {messages.comeAndListen}
      </p>
      {meeting.papersPublished ? (
        <a className="more" href={`${address}/meetings`}>
          {messages.readPapers}
        </a>
      ) : null}
    </Slip>
  );
}

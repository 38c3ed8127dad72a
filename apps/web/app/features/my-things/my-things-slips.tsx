import { Button } from '@pursestrings/ui/button';
import { Details } from '@pursestrings/ui/details';
import { Slip } from '@pursestrings/ui/slip';
import { Tag, type TagKind } from '@pursestrings/ui/tag';
import type { ReactElement } from 'react';
import { PostForm } from '../../forms/post-form.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { StageTag } from '../../layout/stage-tag.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { myThingsMessages } from './my-things.messages.ts';
import type { MyPlace } from './my-things-place.ts';
import { type NoticeView, ownProposalAddress } from './my-things-view.ts';

interface OfPlace {
  readonly place: MyPlace;
}

/** What somebody proposed, and where each of it is. */
export function Proposed({ place }: OfPlace): ReactElement {
  const messages = useMessages(myThingsMessages);
  return (
    <Slip title={messages.proposed} now={place.proposals.some((proposal) => proposal.state === 'changes_asked')}>
      {place.proposals.length === 0 ? (
        <p className="hush">{messages.nothingProposed}</p>
      ) : (
        <ul className="list">
          {place.proposals.map((proposal) => (
            <li key={proposal.id}>
              <OwnTag proposal={proposal} />
              <h3>
                <a href={ownProposalAddress(place.slug, proposal)}>{proposal.title}</a>
              </h3>
              {proposal.reason === null || proposal.state === 'submitted' ? null : <p>{messages.reason(proposal.reason)}</p>}
              {proposal.state === 'draft' || proposal.state === 'changes_asked' ? (
                <a className="more" href={ownProposalAddress(place.slug, proposal)}>
                  {proposal.state === 'draft' ? messages.goOn : messages.answer}
                  <span className="away">: {proposal.title}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <a className="more" href={`/${place.slug}/proposals/new`}>
        {messages.propose}
      </a>
    </Slip>
  );
}

const ownKinds: Readonly<Record<string, TagKind>> = {
  draft: 'plain',
  submitted: 'wait',
  changes_asked: 'late',
  withdrawn: 'no',
  merged: 'no',
};

function OwnTag({ proposal }: { readonly proposal: MyPlace['proposals'][number] }): ReactElement {
  const kind = ownKinds[proposal.state];
  const words = useMessages(myThingsMessages).states[proposal.state];
  return kind === undefined || words === undefined ? <StageTag stage={proposal.stage} /> : <Tag kind={kind}>{words}</Tag>;
}

const shownAtOnce = 4;

/** The newest letters, kept here too, whether they were sent by e-mail or not. */
export function Newest({ place }: OfPlace): ReactElement {
  const messages = useMessages(myThingsMessages);
  const [first, older] = [place.notices.slice(0, shownAtOnce), place.notices.slice(shownAtOnce)];
  return (
    <Slip title={messages.news}>
      {first.length === 0 ? <p className="hush">{messages.noNews}</p> : <NoticeList notices={first} />}
      {older.length === 0 ? null : (
        <Details summary={messages.allLetters(older.length)}>
          <NoticeList notices={older} />
        </Details>
      )}
    </Slip>
  );
}

function NoticeList({ notices }: { readonly notices: readonly NoticeView[] }): ReactElement {
  const messages = useMessages(myThingsMessages);
  return (
    <ul className="list">
      {notices.map((notice) => (
        <li key={notice.id}>
          <h3>{notice.address === null ? notice.subject : <a href={notice.address}>{notice.subject}</a>}</h3>
          <Paragraphs text={notice.words} />
          <p className="small hush">
            {notice.on}
            {notice.failed ? `. ${messages.notArrived}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What somebody follows, each with a way to stop. */
export function Following({ place }: OfPlace): ReactElement {
  const messages = useMessages(myThingsMessages);
  return (
    <Slip title={messages.follow}>
      {place.following.length === 0 ? (
        <p className="hush">{messages.followsNothing}</p>
      ) : (
        <ul className="list">
          {place.following.map((thing) => (
            <li key={thing.id}>
              <p className="small hush">{messages.kinds[thing.kind]}</p>
              <h3>
                <a href={`/${place.slug}/${thing.address}`}>{thing.title}</a>
              </h3>
              <PostForm formId={thing.formId}>
                <input type="hidden" name="do" value="follow" />
                <input type="hidden" name="place" value={place.slug} />
                <input type="hidden" name="kind" value={thing.kind} />
                <input type="hidden" name="id" value={thing.id} />
                <button type="submit" className="link">
                  {messages.unfollow}
                  <span className="away">: {thing.title}</span>
                </button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
    </Slip>
  );
}

/** Letters at each step, or none. */
export function LetterChoice({ place }: OfPlace): ReactElement {
  const messages = useMessages(myThingsMessages);
  const isOn = place.letters === 'each_step';
  return (
    <Slip title={messages.letters}>
      <p>{isOn ? messages.lettersOn : messages.lettersOff}</p>
      <PostForm formId={place.lettersFormId}>
        <input type="hidden" name="place" value={place.slug} />
        <input type="hidden" name="letters" value={isOn ? 'none' : 'each_step'} />
        <Button kind="plain">{isOn ? messages.turnOff : messages.turnOn}</Button>
      </PostForm>
    </Slip>
  );
}

/** The ways to what waits for a member or the worker. */
export function ForPartnership({ place }: OfPlace): ReactElement {
  const messages = useMessages(myThingsMessages);
  const pages = [
    { href: 'this-week', words: messages.thisWeek },
    { href: 'to-look-at', words: messages.toLookAt },
    { href: 'ideas-to-read', words: messages.ideas },
  ];
  return (
    <Slip title={messages.forPartnership}>
      <ul className="list">
        {pages.map(({ href, words }) => (
          <li key={href}>
            <a className="more" href={`/${place.slug}/${href}`}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Slip>
  );
}

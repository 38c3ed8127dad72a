import { Button, ButtonRow, LinkButton } from '@pursestrings/ui/button';
import { Slip } from '@pursestrings/ui/slip';
import { SummaryList } from '@pursestrings/ui/summary-list';
import { Tag } from '@pursestrings/ui/tag';
import { TextArea } from '@pursestrings/ui/text-area';
import type { ReactElement } from 'react';
import type { FormState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { usePlace } from '../../layout/place.ts';
import { useMessages } from '../../messages/catalogue.ts';
import { proposalsMessages } from './proposals.messages.ts';
import type { ProposalView } from './proposals-view.ts';

interface PartProps {
  readonly proposal: ProposalView;
  /** The place's home, as in '/kettlewick'. */
  readonly address: string;
  readonly formIds: { readonly support: string; readonly follow: string; readonly comment: string };
  readonly signedIn: boolean;
  /** Whether whoever looks belongs to the place. */
  readonly takesPart: boolean;
}

/** What, why, who, where and roughly how much, in the words of whoever proposed it. */
export function AboutIt({ proposal }: { readonly proposal: ProposalView }): ReactElement {
  const messages = useMessages(proposalsMessages);
  const rows = (['what', 'why', 'who', 'where', 'cost'] as const).map((question) => ({
    question: messages[question],
    answer: proposal[question] || messages.notSaid,
  }));
  return (
    <Slip title={messages.about}>
      <SummaryList rows={rows} />
    </Slip>
  );
}

/** How many back it, with the buttons to back and to follow it, or the way to them. */
export function WhoIsBehind({ proposal, address, formIds, signedIn, takesPart }: PartProps): ReactElement {
  const messages = useMessages(proposalsMessages);
  return (
    <Slip title={messages.behind} id="behind" now={takesPart && !proposal.supported}>
      <p>
        <strong>{messages.supports(proposal.supports)}</strong> {proposal.supported ? messages.youBack : null}
      </p>
      {takesPart ? (
        <>
          <PostForm formId={formIds.support}>
            <input type="hidden" name="do" value="support" />
            {proposal.supported ? null : <input type="hidden" name="support" value="yes" />}
            <Button kind={proposal.supported ? 'plain' : 'main'}>{proposal.supported ? messages.backNoLonger : messages.backIt}</Button>
          </PostForm>
          <p className="small hush gap">{proposal.followed ? messages.following : messages.notFollowing}</p>
          <PostForm formId={formIds.follow}>
            <input type="hidden" name="do" value="follow" />
            <input type="hidden" name="kind" value="proposal" />
            <input type="hidden" name="id" value={proposal.id} />
            {proposal.followed ? null : <input type="hidden" name="follow" value="yes" />}
            <Button kind="plain">{proposal.followed ? messages.followNoLonger : messages.follow}</Button>
          </PostForm>
        </>
      ) : (
        <WayIn address={address} slug={proposal.slug} signedIn={signedIn} />
      )}
      <p className="small hush gap">{messages.notAVote}</p>
    </Slip>
  );
}

/** For whoever cannot take part yet: sign in, or join the neighbourhood. */
function WayIn({ address, slug, signedIn }: { readonly address: string; readonly slug: string; readonly signedIn: boolean }): ReactElement {
  const messages = useMessages(proposalsMessages);
  const name = usePlace()?.name ?? '';
  if (signedIn) {
    return (
      <ButtonRow>
        <LinkButton href={`${address}/join`}>{messages.joinTo(name)}</LinkButton>
        <span>{messages.toBack}</span>
      </ButtonRow>
    );
  }
  return (
    <>
      <p>
        <a href={`/sign-in?next=${encodeURIComponent(`${address}/proposals/${slug}`)}`}>{messages.signInTo}</a> {messages.toBack}
      </p>
      <p>
        <a className="more" href={`${address}/join`}>
          {messages.notHereYet(name)}
        </a>
      </p>
    </>
  );
}

/** What people said, oldest first, with words of the partnership and of the council marked as theirs. */
export function Talk({
  proposal,
  formIds,
  takesPart,
  form,
}: Omit<PartProps, 'address' | 'signedIn'> & { readonly form: FormState }): ReactElement {
  const messages = useMessages(proposalsMessages);
  return (
    <Slip title={messages.talk} id="talk">
      {proposal.comments.length === 0 ? (
        <p className="hush">{messages.nobodySaid}</p>
      ) : (
        <ul className="list">
          {proposal.comments.map((comment) => (
            <li key={comment.id} id={`said-${comment.id}`}>
              <p className="small hush">
                {messages.by(comment.by, comment.on)}{' '}
                {comment.saidAs === 'resident' ? null : <Tag kind="info">{messages[comment.saidAs]}</Tag>}
              </p>
              <Paragraphs text={comment.words} />
            </li>
          ))}
        </ul>
      )}
      {takesPart ? (
        <PostForm formId={formIds.comment}>
          <input type="hidden" name="do" value="comment" />
          <TextArea
            name="words"
            label={messages.saySomething}
            hint={messages.sayHint}
            value={form.value('words')}
            error={form.error('words')}
            rows={3}
          />
          <Button kind="plain">{messages.say}</Button>
        </PostForm>
      ) : null}
    </Slip>
  );
}

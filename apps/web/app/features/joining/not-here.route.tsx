import { LinkButton } from '@pursestrings/ui/button';
import type { ReactElement } from 'react';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/not-here.route.ts';
import { joiningMessages } from './joining.messages.ts';

const reasons = ['area', 'living', 'age', 'notYet'] as const;

export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('why');
  return { why: reasons.find((reason) => reason === asked) ?? 'area' };
}

/** For somebody who cannot join, through no fault of theirs: why, and what they can do instead. */
export default function NotHere({ loaderData: { why }, params: { place } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(joiningMessages).notHere;
  const said = messages[why];
  return (
    <div className="narrow">
      <PageHead title={said.title} description={messages.description} />
      <h1>{said.title}</h1>
      {said.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <LinkButton href={`/${place}/ideas`}>{messages.idea}</LinkButton>
      </p>
      <p>
        <a href={`/${place}/join`}>{messages.back}</a>
      </p>
    </div>
  );
}

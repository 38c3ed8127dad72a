import { deadlineInWords } from '@pursestrings/basics/time';
import { readLetters } from '@pursestrings/contracts/notices';
import { Pager } from '@pursestrings/ui/pager';
import type { ReactElement } from 'react';
import { read } from '../../api/call.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/letters.route.ts';
import { LetterWords } from './letter-words.tsx';
import { lettersMessages } from './letters.messages.ts';

/** Not found where letters go out by e-mail. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = Number(url.searchParams.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
  const { letters, more } = await read({ request, context }, readLetters, { query: { page } });
  return { page, more, origin: url.origin, letters: letters.map((letter) => ({ ...letter, at: deadlineInWords(letter.at) })) };
}

export default function Letters({ loaderData: { letters, page, more, origin } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(lettersMessages).kept;
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} />
      <h1>{messages.title}</h1>
      <p>{letters.length === 0 ? messages.none : messages.about}</p>
      {letters.map((letter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: letters have no name of their own here, and the page never changes
        <div key={index} className="gap">
          <div className="slip">
            <h2>{letter.subject}</h2>
            <p className="small hush">{messages.to(letter.to, letter.at)}</p>
            <LetterWords text={letter.words} origin={origin} />
          </div>
        </div>
      ))}
      <div className="gap" />
      <Pager
        previousHref={page > 1 ? `?page=${page - 1}` : undefined}
        nextHref={more ? `?page=${page + 1}` : undefined}
        summary={messages.page(page)}
      />
    </div>
  );
}

import type { ReactElement } from 'react';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { wordsMessages } from './words.messages.ts';

/** Every official word that cannot be avoided, explained. Other pages link to `/words#<id>`. */
export default function Words(): ReactElement {
  const messages = useMessages(wordsMessages);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <dl className="words">
        {messages.words.map((entry) => (
          <div key={entry.id} id={entry.id}>
            <dt>{entry.word}</dt>
            {entry.weSay === undefined ? null : <dd className="hush">{messages.weSay(entry.weSay)}</dd>}
            <dd>{entry.meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

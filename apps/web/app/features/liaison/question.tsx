import { Tag } from '@pursestrings/ui/tag';
import type { ReactElement, ReactNode } from 'react';
import { Paragraphs } from '../../layout/paragraphs.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { liaisonMessages } from './liaison.messages.ts';
import type { QuestionView } from './question-view.ts';

/** A question to the council with its answer, or since when it waits and until when. `address` is the place's home. */
export function Question({
  question,
  address,
  children,
}: {
  readonly question: QuestionView;
  readonly address: string;
  readonly children?: ReactNode;
}): ReactElement {
  const messages = useMessages(liaisonMessages).question;
  const { about } = question;
  const isOpen = question.answered === null;
  return (
    <div className={isOpen ? 'slip now' : 'slip'}>
      <p>
        {isOpen ? (
          <Tag kind={question.late ? 'late' : 'wait'}>{question.late ? messages.late(question.due) : messages.due(question.due)}</Tag>
        ) : null}{' '}
        <span className="hush">{messages.asked(question.asked)}</span>
      </p>
      <Paragraphs text={question.words} />
      {about === null ? null : (
        <p className="small">
          {messages.about} <a href={`${address}/${about.kind === 'decision' ? 'decisions' : 'proposals'}/${about.slug}`}>{about.title}</a>
        </p>
      )}
      {question.answered === null ? null : (
        <>
          <p>
            <strong>{messages.answered(question.answered)}</strong>
          </p>
          <Paragraphs text={question.answer ?? ''} />
        </>
      )}
      {children}
    </div>
  );
}

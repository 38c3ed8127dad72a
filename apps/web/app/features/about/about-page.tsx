import type { ReactElement } from 'react';
import { PageHead } from '../../layout/page-head.tsx';

/** A page of plain text in sections. */
export interface AboutWords {
  readonly title: string;
  readonly description: string;
  readonly about: string;
  readonly sections: readonly { readonly title: string; readonly words?: readonly string[]; readonly list?: readonly string[] }[];
}

/** Draws the accessibility and privacy pages. */
export function AboutPage({ words }: { readonly words: AboutWords }): ReactElement {
  return (
    <div className="narrow">
      <PageHead title={words.title} description={words.description} />
      <h1>{words.title}</h1>
      <p className="lead">{words.about}</p>
      {words.sections.map((section) => (
        <section className="gap" key={section.title}>
          <h2>{section.title}</h2>
          {section.words?.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {section.list === undefined ? null : (
            <ul>
              {section.list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

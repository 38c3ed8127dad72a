import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/catalogue.ts';
import { shellMessages } from '../messages/shell.messages.ts';
import { useRootData } from '../session/root-data.ts';
import { usePlace } from './place.ts';

export interface PageHeadProps {
  /** What this page is, without the place's name, which follows by itself. */
  readonly title: string;
  /** One or two sentences for search engines and for the previews of WhatsApp and Facebook. */
  readonly description?: string | undefined;
  /** Whether the page shows mistakes in a form; its title then begins with 'Error:'. */
  readonly hasErrors?: boolean | undefined;
  /** The path of a picture made for previews. */
  readonly picture?: string | undefined;
}

/** The page's title and what it tells the programs that show links. Once in each page; React moves it into `<head>`. */
export function PageHead({ title, description, hasErrors, picture }: PageHeadProps): ReactElement {
  const messages = useMessages(shellMessages);
  const origin = useRootData()?.origin ?? '';
  const { pathname } = useLocation();
  const site = usePlace()?.name ?? messages.pursestrings;
  const whole = title.startsWith(site) ? title : messages.titleInPlace(title, site);
  return (
    <>
      <title>{hasErrors ? messages.titleWithErrors(whole) : whole}</title>
      {description === undefined ? null : (
        <>
          <meta name="description" content={description} />
          <meta property="og:description" content={description} />
        </>
      )}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={site} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={origin + pathname} />
      {picture === undefined ? null : <meta property="og:image" content={origin + picture} />}
    </>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { data, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router';
import type { Route } from './+types/root.ts';
import { ErrorPage } from './layout/error-page.tsx';
import { usePageContext } from './layout/page-context.ts';
import { SiteFrame } from './layout/site-frame.tsx';
import { type RootData, useRootData } from './session/root-data.ts';
import { loadSession, sessionContext } from './session/session.ts';

export const middleware = [loadSession];

/** What every page knows: who is asking, where the site stands, and whether to send nothing that can be left out. */
export function loader({ request, context }: Route.LoaderArgs) {
  const session = context.get(sessionContext);
  const url = new URL(request.url);
  return data({ session, origin: url.origin, path: url.pathname, savesData: request.headers.get('save-data') === 'on' } satisfies RootData);
}

/** The document around every page, error pages included, whose loader data may be missing. */
export function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  const { nonce, styles } = usePageContext();
  const savesData = useRootData()?.savesData === true;
  const scripted = useMatches().some((match) => (match.handle as { scripts?: boolean } | undefined)?.scripts === true);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/purse.svg" type="image/svg+xml" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, inlined so that the first 14 KB hold all that the first screen needs */}
        <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        {children}
        {scripted && !savesData ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

/** Each page brings its own frame: `layout/site.route.tsx` or `layout/place.route.tsx`. */
export default function Root(): ReactElement {
  return <Outlet />;
}

/** The page for a fault above the frames, and for an address that nobody has. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps): ReactElement {
  return (
    <SiteFrame>
      <ErrorPage error={error} />
    </SiteFrame>
  );
}

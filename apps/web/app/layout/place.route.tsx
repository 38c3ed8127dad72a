import { readPlace } from '@pursestrings/contracts/places';
import type { ReactElement } from 'react';
import { Outlet } from 'react-router';
import { read } from '../api/call.ts';
import type { Route } from './+types/place.route.ts';
import { ErrorPage } from './error-page.tsx';
import { usePlace } from './place.ts';
import { PlaceFrame } from './place-frame.tsx';
import { SiteFrame } from './site-frame.tsx';

/** A neighbourhood's name, contact and council. An address that is no neighbourhood's is the 404 page. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  return await read({ request, context }, readPlace, { params: { place: params.place } });
}

export default function PlaceLayout({ loaderData }: Route.ComponentProps): ReactElement {
  return (
    <PlaceFrame place={loaderData.place}>
      <Outlet />
    </PlaceFrame>
  );
}

/** A page of a place that cannot be shown keeps the place's frame, if the place itself was found. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps): ReactElement {
  const place = usePlace();
  const page = <ErrorPage error={error} />;
  return place === null ? <SiteFrame>{page}</SiteFrame> : <PlaceFrame place={place}>{page}</PlaceFrame>;
}

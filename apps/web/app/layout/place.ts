import type { Place } from '@pursestrings/contracts/places';
import { useRouteLoaderData } from 'react-router';
import type { loader } from './place.route.tsx';

/** The id of the place's layout route, for `useRouteLoaderData`. */
export const placeRouteId = 'place';

/** The place that the page belongs to, or null on a page of no place. */
export function usePlace(): Place | null {
  return useRouteLoaderData<typeof loader>(placeRouteId)?.place ?? null;
}

import type { Place } from '@pursestrings/contracts/places';
import { useRouteLoaderData } from 'react-router';

/** The id of the place's layout route, for `useRouteLoaderData`. */
export const placeRouteId = 'place';

/** The place that the page belongs to, or null on a page of no place. */
export function usePlace(): Place | null {
  return (useRouteLoaderData(placeRouteId) as { readonly place: Place } | undefined)?.place ?? null;
}

import type { Place } from '@pursestrings/contracts/places';
import { Page } from '@pursestrings/ui/page';
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/catalogue.ts';
import { shellMessages } from '../messages/shell.messages.ts';
import { useRootData } from '../session/root-data.ts';
import { useAccountLink, useFootLinks, usePlaceNavigation } from './frame-links.ts';
import { PageCost } from './page-cost.tsx';

/** The frame of a neighbourhood's pages: its name, its sections, whom to ring. */
export function PlaceFrame({ place, children }: { readonly place: Place; readonly children: ReactNode }): ReactElement {
  const origin = useRootData()?.origin;
  const { pathname } = useLocation();
  return (
    <Page
      home={{ href: `/${place.slug}`, words: place.name }}
      navigation={usePlaceNavigation(place.slug)}
      account={useAccountLink()}
      help={<HelpLine place={place} />}
      footLinks={useFootLinks(place.slug)}
      closing={<PageCost />}
      printedAddress={origin === undefined ? undefined : `${origin}${pathname}`}
    >
      {children}
    </Page>
  );
}

/** 'Need a hand? Ring Amara on 01632 960 123, or come to …', with whatever of it the place has. */
function HelpLine({ place }: { readonly place: Place }): ReactElement | null {
  const messages = useMessages(shellMessages);
  const { contactName, contactPhone, contactWhere } = place;
  if (contactPhone === null && contactWhere === null) return null;
  return (
    <p>
      <strong>{messages.needAHand}</strong>{' '}
      {contactPhone === null ? null : (
        <>
          {contactName === null ? messages.ringUs : messages.ring(contactName)}{' '}
          <a className="num" href={`tel:${contactPhone.replace(/[^+\d]/g, '')}`}>
            {contactPhone}
          </a>
        </>
      )}
      {contactPhone !== null && contactWhere !== null ? `, ${messages.orCome(contactWhere)}.` : null}
      {contactPhone === null && contactWhere !== null ? `${messages.comeTo(contactWhere)}.` : null}
      {contactWhere === null ? '.' : null}
    </p>
  );
}

import type { PageLink } from '@pursestrings/ui/page';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/catalogue.ts';
import { shellMessages } from '../messages/shell.messages.ts';
import { useRootData } from '../session/root-data.ts';

/** 'Sign in', which leads back to this page, or 'My things'. */
export function useAccountLink(): PageLink {
  const messages = useMessages(shellMessages);
  const { pathname } = useLocation();
  const signedIn = useRootData()?.session.signedIn === true;
  if (signedIn) return { href: '/me', words: messages.myThings, current: pathname === '/me' };
  const next = pathname === '/' || pathname === '/sign-in' ? '' : `?next=${encodeURIComponent(pathname)}`;
  return { href: `/sign-in${next}`, words: messages.signIn, current: pathname === '/sign-in' };
}

/** The links at the foot of every page; with the place's data where there is a place. */
export function useFootLinks(placeSlug?: string): readonly PageLink[] {
  const messages = useMessages(shellMessages);
  const signedIn = useRootData()?.session.signedIn === true;
  const join = signedIn || placeSlug === undefined ? [] : [{ href: `/${placeSlug}/join`, words: messages.joinHere }];
  const ofPlace = placeSlug === undefined ? [] : [...join, { href: `/open/${placeSlug}`, words: messages.allOurData }];
  return [
    ...ofPlace,
    { href: '/words', words: messages.wordsWeUse },
    { href: '/accessibility', words: messages.accessibility },
    { href: '/privacy', words: messages.privacy },
    ...(placeSlug === undefined ? [] : [{ href: '/', words: messages.allPlaces }]),
  ];
}

/** A place's sections, with the one that `pathname` is in marked as current. */
export function usePlaceNavigation(placeSlug: string): readonly PageLink[] {
  const messages = useMessages(shellMessages);
  const { pathname } = useLocation();
  const home = `/${placeSlug}`;
  const sections = [
    { href: `${home}/money`, words: messages.money },
    { href: `${home}/votes`, words: messages.votes },
    { href: `${home}/proposals`, words: messages.proposals },
    { href: `${home}/decisions`, words: messages.decisions },
  ].map((link) => ({ ...link, current: pathname === link.href || pathname.startsWith(`${link.href}/`) }));
  return [{ href: home, words: messages.home, current: pathname === home }, ...sections];
}

import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { signInByCode } from '@pursestrings/contracts/sign-in';

/**
 * The page that somebody wanted before signing in, from `?next=`; null for none. Only an address of this site: another
 * one, however it is dressed up ('//other', '/\other'), would send people away with our good name.
 */
export function nextPage(request: Request): string | null {
  const url = new URL(request.url);
  const next = url.searchParams.get('next');
  if (next === null || !/^\/(?![/\\])/.test(next)) return null;
  const there = new URL(next, url.origin);
  return there.origin === url.origin ? there.pathname + there.search : null;
}

/** `path` with the wanted page passed on. */
export function passingOn(path: string, next: string | null): string {
  if (next === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`;
}

/** Where signing in leads: to the second factor where an office asks for one, else to the wanted page, the neighbourhood, or one's own page. */
export function afterSigningIn(signedIn: ResponseOf<typeof signInByCode>, next: string | null): string {
  const wanted = next ?? (signedIn.place === null ? '/me' : `/${signedIn.place}`);
  if (signedIn.secondFactor === 'needed') return passingOn('/sign-in/second-factor', wanted);
  return signedIn.secondFactor === 'to-set-up' ? passingOn('/me/second-factor', wanted) : wanted;
}

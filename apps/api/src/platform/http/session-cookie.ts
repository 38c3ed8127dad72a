/** The session's cookie behind TLS; the prefix binds it to this very host. */
const secureName = '__Host-purse';
/** Its name on the loopback address, where there is no TLS and browsers refuse the prefix. */
const loopbackName = 'purse';

/** The session's token in a `Cookie` header, or null. */
export function sessionTokenOf(header: string | undefined): string | null {
  const match = /(?:^|;\s*)(?:__Host-purse|purse)=([A-Za-z0-9_-]{43})(?:;|$)/.exec(header ?? '');
  return match?.[1] ?? null;
}

/** A `Set-Cookie` value that keeps `token` for this browser; an empty token removes it. */
export function sessionCookie(token: string, secure: boolean, maxAgeSeconds: number): string {
  const name = secure ? secureName : loopbackName;
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token === '' ? 0 : maxAgeSeconds}${secure ? '; Secure' : ''}`;
}

/**
 * What somebody typed into the form of a request, kept beside the request while it is answered: its body can be read
 * only once, and both the form's own page and the page that asks to sign in again need it.
 */
const typedInto = new WeakMap<Request, FormData>();

/** Reads a request's form, once; later calls give the same. */
export async function readTyped(request: Request): Promise<FormData> {
  const known = typedInto.get(request);
  if (known !== undefined) return known;
  const typed = await request.formData();
  typedInto.set(request, typed);
  return typed;
}

/** The token for browsers that send no origin, or null where the form has none or was not read. */
export function csrfTokenTyped(request: Request): string | null {
  const token = typedInto.get(request)?.get('csrfToken');
  return typeof token === 'string' && token !== '' ? token : null;
}

/** All text of the form, in order, but for passwords, codes and the token, which nobody should find in a page. */
export function everythingTyped(request: Request): readonly (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  for (const [name, value] of typedInto.get(request)?.entries() ?? []) {
    if (typeof value === 'string' && !/^(csrfToken|.*(password|code|secret|totp).*)$/i.test(name)) kept.push([name, value]);
  }
  return kept;
}

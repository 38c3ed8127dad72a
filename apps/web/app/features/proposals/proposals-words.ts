import type { ListQuery } from './proposals-view.ts';

/** The address of another page of the same list, relative to the list's own. */
export function pageHref(query: ListQuery, page: number): string {
  const search = new URLSearchParams();
  if (query.words !== undefined) search.set('words', query.words);
  if (query.stage !== undefined) search.set('stage', query.stage);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text === '' ? '?' : `?${text}`;
}

/** What comes next, as it stands in 'Next: … by …': a partnership's own words, else what is usual; null where nothing is known. */
export function nextStep(
  { nextStep: written, state, stage }: { readonly nextStep: string | null; readonly state?: string; readonly stage: string },
  usually: Readonly<Record<string, string>>,
): string | null {
  const step = written ?? usually[state ?? ''] ?? usually[stage] ?? null;
  return step === null ? null : step.trim().replace(/\.+$/, '');
}

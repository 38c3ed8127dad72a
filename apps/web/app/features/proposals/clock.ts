/** What the person's own device says the time is, in milliseconds: good enough to know how old a draft is. */
export function deviceNowMs(): number {
  return Date.now();
}

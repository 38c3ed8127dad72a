interface DemonstrationPerson {
  readonly name: string;
  /** What they do and where, for example 'chair, Kettlewick'. */
  readonly what: string;
}

/** The people of the demonstration whom one may sign in as, as the running site names them; empty if there is no demonstration. */
export async function demonstrationPeople(address: string): Promise<readonly DemonstrationPerson[]> {
  try {
    const answer = await fetch(`${address}/api/v1/demo/people`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) return [];
    const body: unknown = await answer.json();
    const list: unknown = Array.isArray(body) ? body : Object(body).people;
    return Array.isArray(list) ? list.flatMap(readPerson) : [];
  } catch {
    return [];
  }
}

/** Takes what is there, so that a new field does not break the start. */
function readPerson(entry: unknown): readonly DemonstrationPerson[] {
  const { name, what, placeName } = Object(entry) as Record<string, unknown>;
  if (typeof name !== 'string') return [];
  return [{ name, what: [what, placeName].filter((words) => typeof words === 'string' && words !== '').join(', ') }];
}

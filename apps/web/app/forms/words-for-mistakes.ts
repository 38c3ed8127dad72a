import type { Mistake } from '@pursestrings/contracts/endpoint';
import type { FormMessages } from '../messages/form.messages.ts';

/** As much of a zod issue as choosing words needs. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: unknown;
  readonly format?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/** What zod says where nobody gave it words. */
const speechless = 'Invalid input';

/**
 * The mistakes of a form in words that say what to do, one for each field, in the order of the fields. The page's own
 * words come first, then those written into the schema, then general ones.
 */
export function wordsForMistakes(
  issues: readonly Issue[],
  words: Readonly<Record<string, string>>,
  general: FormMessages,
): readonly Mistake[] {
  const mistakes = new Map<string, string>();
  for (const issue of issues) {
    const path = fieldNameOf(issue.path);
    if (mistakes.has(path)) continue;
    const written = issue.message === speechless || issue.message === '' ? undefined : issue.message;
    mistakes.set(path, words[path] ?? written ?? generalWords(issue, path, general));
  }
  return [...mistakes].map(([path, message]) => ({ path, message }));
}

/** The API's mistakes for a form: the same paths without 'body.', the same choice of words. */
export function wordsForRefusal(
  mistakes: readonly Mistake[],
  words: Readonly<Record<string, string>>,
  general: FormMessages,
): readonly Mistake[] {
  return wordsForMistakes(
    mistakes.map(({ path, message }) => ({ code: 'custom', path: path.replace(/^body\./, '').split('.'), message })),
    words,
    general,
  );
}

/** The name that a field's box has: list indexes are left out, since all answers of a list share one name. */
function fieldNameOf(path: readonly PropertyKey[]): string {
  return path.filter((part) => typeof part === 'string' && !/^\d+$/.test(part)).join('.');
}

function generalWords(issue: Issue, path: string, general: FormMessages): string {
  if (path.endsWith('Pence')) return general.notMoney;
  if (issue.code === 'too_small')
    return issue.origin === 'string' && issue.minimum !== 1 ? general.tooShort(Number(issue.minimum)) : general.missing;
  if (issue.code === 'too_big' && issue.origin === 'string') return general.tooLong(Number(issue.maximum));
  if (issue.code === 'invalid_format' && issue.format === 'email') return general.notAnEmail;
  if (issue.code === 'invalid_format' && issue.format === 'date') return general.notADay;
  if (issue.code === 'invalid_value') return general.choose;
  if (issue.code === 'invalid_type') return issue.expected === 'number' || issue.expected === 'int' ? general.notANumber : general.missing;
  return general.wrong;
}

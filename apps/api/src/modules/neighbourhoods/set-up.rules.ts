import { ok, problem, type Result } from '@pursestrings/basics/result';

export type PostcodesProblem = { readonly code: 'no-postcodes' } | { readonly code: 'postcodes-wrong'; readonly wrong: readonly string[] };

/**
 * The area as a list of postcodes, each once, in the form in which they are kept (capitals and digits alone), sorted.
 * They may stand one a line or with commas, semicolons or tabs between them. Refuses what cannot be a postcode, naming it.
 */
export function postcodesIn(text: string): Result<readonly string[], PostcodesProblem> {
  const typed = text
    .split(/[\n\r,;\t]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (typed.length === 0) return problem({ code: 'no-postcodes' });
  const wrong: string[] = [];
  const found = new Set<string>();
  for (const part of typed) {
    const plain = part.toUpperCase().replace(/\s/g, '');
    // One or two letters, a district, and a digit with two letters: the shape of every postcode of the United Kingdom.
    if (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain)) found.add(plain);
    else wrong.push(part.slice(0, 20));
  }
  return wrong.length > 0 ? problem({ code: 'postcodes-wrong', wrong: wrong.slice(0, 5) }) : ok([...found].toSorted());
}

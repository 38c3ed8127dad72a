import { createHmac, timingSafeEqual } from 'node:crypto';

/** The key in the last line of each letter: shows that a link to stop letters came with a letter to this person. */
export function lettersOffKey(secret: Buffer, neighbourhoodId: string, personId: string): string {
  return createHmac('sha256', secret).update(`letters-off/1\n${neighbourhoodId}\n${personId}`).digest('base64url').slice(0, 32);
}

/** Compares in a time that tells nothing of where the keys differ. */
export function isLettersOffKey(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

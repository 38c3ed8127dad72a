/** Something that the person at the keyboard can put right: what is wrong, and what to do about it, in plain words. */
export class LaptopProblem extends Error {
  /** What to do next; empty if there is nothing more to say. */
  readonly advice: string;

  constructor(message: string, advice = '') {
    super(message);
    this.name = 'LaptopProblem';
    this.advice = advice;
  }
}

/** The system's short code of an error (`ENOSPC`, `EADDRINUSE`, `28P01`), or an empty string. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}

/** What an error says, whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { TestAnswer, World } from './world.ts';

/** The newest letter to an address, with the code and the link's secret that it holds ('' for none). */
export async function letterTo(world: World, email: string): Promise<{ words: string; code: string; link: string }> {
  const [letter] = await world.admin<{ words: string }>('SELECT words FROM letter WHERE to_address = $1 ORDER BY at DESC LIMIT 1', [email]);
  const words = letter?.words ?? '';
  return { words, code: /Your code is (\d{6})/.exec(words)?.[1] ?? '', link: /\/sign-in\/link\/([\w-]{43})/.exec(words)?.[1] ?? '' };
}

/** The session's cookie that an answer set, for the next request. */
export function cookieOf(answer: TestAnswer | undefined): string {
  return String(answer?.headers['set-cookie'] ?? '').split(';')[0] ?? '';
}

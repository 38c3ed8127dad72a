import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const folder = new URL('./styles/', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', folder), 'utf8');
const css = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const [light, dark] = [
  tokensIn(tokens.slice(tokens.indexOf(':root'))),
  tokensIn(tokens.slice(tokens.indexOf('(prefers-color-scheme: dark)'))),
];

/** Colours that stand on each other, and the contrast that WCAG asks for: 4.5 for words, 3 for edges and drawings. */
const pairs: readonly (readonly [front: string, behind: string, least: number])[] = [
  ...['--ink', '--ink-soft', '--sky'].flatMap((front) =>
    ['--paper', '--slip', '--wash', '--sky-wash', '--marigold-wash'].map((behind) => [front, behind, 4.5] as const),
  ),
  ...['--purse', '--berry'].flatMap((front) => ['--paper', '--slip'].map((behind) => [front, behind, 4.5] as const)),
  ['--purse-ink', '--purse', 4.5],
  ['--berry-ink', '--berry', 4.5],
  ['--marigold-ink', '--marigold', 4.5],
  ['--line', '--paper', 3],
  ['--line', '--slip', 3],
  ['--purse', '--wash', 3],
];

test.each([
  ['light', light],
  ['dark', dark],
])('colours can be told apart in the %s scheme', (_scheme, colours) => {
  const tooFaint = pairs.filter(([front, behind, least]) => contrast(colours[front] ?? '', colours[behind] ?? '') < least);
  expect(tooFaint).toEqual([]);
});

test('no file names a token that is not there', () => {
  const named = new Set([...css.matchAll(/var\((--[a-z-]+)\)/g)].map((match) => match[1] ?? ''));
  expect([...named].filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
});

test('the stylesheet stays small enough to stand in every page', () => {
  const minified = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) ?/g, '$1');
  expect(minified.length).toBeLessThan(24_000);
  expect(brotliCompressSync(minified).length).toBeLessThan(6_000);
});

function tokensIn(text: string): Record<string, string> {
  const block = text.slice(0, text.indexOf('}'));
  return Object.fromEntries([...block.matchAll(/(--[a-z-]+): (#[0-9a-f]{3,6});/g)].map((match) => [match[1], match[2]]));
}

/** The contrast ratio of WCAG 2.2, from 1 to 21; NaN where a colour is missing. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

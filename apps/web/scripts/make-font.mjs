// Makes the one font file that pages may ask for: `.cache/atkinson-hyperlegible-next.woff2`.
//
// The package's Latin file is 34 KB, above the 30 KB that a page may offer. Its weight axis runs from 200 to 800 and
// pages use 400 to 700; keeping that part only, and dropping glyph hints that phones ignore, brings it below. We keep
// every Latin letter that the file has. The font's licence (SIL OFL 1.1) allows this; it reserves no name.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const mostBytes = 30 * 1024;
const source = new URL(
  import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
);
const target = new URL('../.cache/atkinson-hyperlegible-next.woff2', import.meta.url);

const letters = [];
for (let code = 0x20; code <= 0x17f; code += 1) letters.push(String.fromCodePoint(code));
const text = `${letters.join('')}‘’“”–—…•·−→←↑↓€№™−×≤≥›‹`;

const font = await subsetFont(await readFile(source), text, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700, default: 400 } },
});
if (font.length > mostBytes) {
  process.stderr.write(
    `The font came to ${font.length} bytes; a page may offer ${mostBytes}. Take out letters in scripts/make-font.mjs.\n`,
  );
  process.exit(1);
}
await mkdir(new URL('.', target), { recursive: true });
await writeFile(target, font);
process.stdout.write(`${fileURLToPath(target)}: ${font.length} bytes\n`);

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { costMark } from '../app/layout/page-cost.tsx';
import { kilobytes, weighAndCompress } from './weigh.ts';

const filler = Array.from({ length: 4000 }, (_, index) => `<li>${(index * 7919) % 10007}</li>`).join('');
const page = `<!DOCTYPE html><body>${filler}<p>about ${costMark} KB.</p></body>`;

test('a page says what it weighs as it is sent', async () => {
  const { body, encoding } = await weighAndCompress(page, 'gzip, deflate, br, zstd');
  expect(encoding).toBe('br');
  const said = /about (\d+) KB/.exec(brotliDecompressSync(body).toString())?.[1];
  expect(said).toBe(kilobytes(body.length));
});

test('browsers get what they take: gzip, or nothing', async () => {
  const zipped = await weighAndCompress(page, 'gzip');
  expect(zipped.encoding).toBe('gzip');
  expect(gunzipSync(zipped.body).toString()).toContain(`${filler}<p>about ${kilobytes(zipped.body.length)} KB.`);
  const plain = await weighAndCompress(page, 'br;q=0');
  expect(plain.encoding).toBeNull();
  expect(plain.body.toString()).not.toContain(costMark);
});

test('a page without the line is sent whole', async () => {
  const { body } = await weighAndCompress('<p>x</p>', 'br');
  expect(brotliDecompressSync(body).toString()).toBe('<p>x</p>');
});

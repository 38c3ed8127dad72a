import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { costMark } from '../app/layout/page-cost.tsx';

/** A page ready to send. `encoding` is null where the browser takes none. */
export interface WeighedPage {
  readonly body: Buffer<ArrayBuffer>;
  readonly encoding: 'br' | 'gzip' | null;
}

/**
 * Compresses a page and puts its own weight into its last line. Everything before the line is compressed and flushed
 * first, so its size is known and the page need not be compressed twice.
 */
export async function weighAndCompress(html: string, acceptEncoding: string): Promise<WeighedPage> {
  const encoding = encodingFor(acceptEncoding);
  const at = html.lastIndexOf(costMark);
  const before = Buffer.from(at === -1 ? html : html.slice(0, at));
  const after = (bytes: number): Buffer => (at === -1 ? Buffer.alloc(0) : Buffer.from(kilobytes(bytes) + html.slice(at + costMark.length)));
  if (encoding === null) return { body: Buffer.concat([before, after(Buffer.byteLength(html))]), encoding };
  return { body: await compress(encoding, before, after), encoding };
}

/** In thousands of bytes, rounded up, since 'about' should not flatter. */
export function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.ceil(bytes / 1000)));
}

function encodingFor(acceptEncoding: string): 'br' | 'gzip' | null {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part));
  const names = accepted.map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}

function compress(encoding: 'br' | 'gzip', before: Buffer, after: (bytes: number) => Buffer): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const stream = encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : createGzip({ level: 6 });
    const chunks: Buffer[] = [];
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.write(before);
    stream.flush(() => {
      // What has gone through is what is counted; the last line and the end of the page add about 60 bytes.
      stream.end(after(bytes + 60));
    });
  });
}

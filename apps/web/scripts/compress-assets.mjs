// Writes a `.br` beside each built text file, since Vite writes none and the server sends it as it is.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const client = new URL('../build/client/', import.meta.url);

const names = await readdir(client, { recursive: true });
const texts = names.filter((name) => /\.(js|css|svg|json|txt|webmanifest)$/.test(name));
await Promise.all(
  texts.map(async (name) => {
    const file = new URL(name, client);
    const raw = await readFile(file);
    await writeFile(
      new URL(`${name}.br`, client),
      await compress(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }),
    );
  }),
);
process.stdout.write(`${texts.length} files compressed beside themselves.\n`);

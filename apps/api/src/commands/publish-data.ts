import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { idOf } from '@pursestrings/basics/ids';
import { AppModule } from '../app.module.ts';
import { readConfig } from '../config.ts';
import { OpenDataOfPlace } from '../modules/publication/index.ts';
import { systemClock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { nobody, programIn } from '../platform/http/actor.ts';

// The command that writes a place's open data into a folder; `npm run publish-data -- --help` says how it is used.

/** Something that the person who typed the command can put right. */
class PublishFault extends Error {}

function readOptions(): { place: string; out: string } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [place] = positionals;
  if (positionals.length !== 1 || place === undefined) throw new PublishFault('Name one neighbourhood.');
  if (!values.out) throw new PublishFault('Say where to write it: --out DIR');
  return { place, out: values.out };
}

/** Writes every file, the manifest last, so that a folder with a manifest is whole. Refuses a folder that holds something else. */
function writeFolder(out: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  mkdirSync(out, { recursive: true });
  const there = readdirSync(out);
  if (there.length > 0 && !there.includes('manifest.json')) throw new PublishFault(`${out} holds something else. Name an empty folder.`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

async function publish(): Promise<void> {
  const options = readOptions();
  const config = { ...readConfig(), jobsHere: false };
  const context = await NestFactory.createApplicationContext(AppModule.with({ config, clock: systemClock }), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const places = await context
      .get(Transactions)
      .read(nobody, (tx) => tx.query<{ id: string; name: string; slug: string }>('SELECT id, name, slug FROM neighbourhood ORDER BY name'));
    const wanted = options.place.toLowerCase();
    const place = places.find(({ name, slug }) => slug === wanted || name.toLowerCase() === wanted);
    if (!place) {
      throw new PublishFault(
        `There is no neighbourhood '${options.place}'. There are: ${places.map(({ name }) => name).join(', ') || 'none'}.`,
      );
    }
    const files = await context.get(OpenDataOfPlace).files(programIn(idOf(place.id)));
    writeFolder(options.out, files);
    console.log(`${files.length} files of ${place.name} are in ${options.out}`);
    console.log(`Check them with:  npm run verify -- ${options.out}`);
  } finally {
    await context.close();
  }
}

try {
  await publish();
} catch (fault) {
  const isPlain = fault instanceof PublishFault || (fault instanceof Error && 'code' in fault);
  console.error(isPlain && fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { idOf } from '@pursestrings/basics/ids';
import { readPb } from '@pursestrings/voting-rules/pb-file';
import { AppModule } from '../app.module.ts';
import { readConfig } from '../config.ts';
import { ImportRound } from '../modules/counts/index.ts';
import { systemClock } from '../platform/clock.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { nobody, programIn } from '../platform/http/actor.ts';

// The command that brings a round in from a Pabulib file; `npm run import -- --help` says how it is used.

/** Something that the person who typed the command can put right. */
class ImportFault extends Error {}

/** Prints the share done, each tenth once. */
function progressOf(words: string): (share: number) => void {
  let said = -1;
  return (share) => {
    const tenth = Math.floor(share * 10);
    if (tenth <= said) return;
    said = tenth;
    console.log(` · ${words}: ${tenth * 10}%`);
  };
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { neighbourhood: { type: 'string' }, title: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (positionals.length !== 1 || file === undefined) throw new ImportFault('Name one .pb file.');
  if (!values.neighbourhood) throw new ImportFault('Say where it goes: --neighbourhood NAME');
  return { file, neighbourhood: values.neighbourhood, title: values.title, quick: values.quick };
}

async function bringIn(): Promise<void> {
  const options = readOptions();
  const startedAt = performance.now();
  const { input, meta, warnings } = readPb(readFileSync(options.file));
  for (const { line, message } of warnings) console.log(` · line ${line}: ${message}`);
  const config = { ...readConfig(), jobsHere: false };
  const context = await NestFactory.createApplicationContext(AppModule.with({ config, clock: systemClock }), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const places = await context
      .get(Transactions)
      .read(nobody, (tx) => tx.query<{ id: string; name: string; slug: string }>('SELECT id, name, slug FROM neighbourhood ORDER BY name'));
    const wanted = options.neighbourhood.toLowerCase();
    const place = places.find(({ name, slug }) => slug === wanted || name.toLowerCase() === wanted);
    if (!place)
      throw new ImportFault(
        `There is no neighbourhood '${options.neighbourhood}'. There are: ${places.map(({ name }) => name).join(', ') || 'none'}.`,
      );
    const casting = progressOf('ballots in the box');
    const counting = progressOf('counted');
    const done = await context.get(ImportRound).run(programIn(idOf(place.id)), {
      input,
      title: (options.title ?? meta.get('description') ?? basename(options.file, '.pb')).slice(0, 100),
      skipCloseness: options.quick,
      onProgress: (step, share) => (step === 'casting' ? casting(share) : counting(share)),
    });
    if (!done.ok) throw new ImportFault('reason' in done.problem ? done.problem.reason : `Refused: ${done.problem.code}.`);
    const { ballots, castMs, slug } = done.value;
    console.log(
      `\n${ballots} ballots came in at ${Math.round(ballots / (castMs / 1000))} a second; all done in ${Math.ceil((performance.now() - startedAt) / 1000)} s.`,
    );
    console.log(`The result:  ${config.publicUrl}/${place.slug}/votes/${slug}/result`);
  } finally {
    await context.close();
  }
}

try {
  await bringIn();
} catch (fault) {
  const isPlain = fault instanceof ImportFault || (fault instanceof Error && (fault.name === 'PbFileError' || 'code' in fault));
  console.error(isPlain && fault instanceof Error ? fault.message : fault);
  console.error('Nothing was brought in.');
  process.exitCode = 1;
}

import { createHash } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { listOpenData, readOpenDataFile } from '@pursestrings/contracts/open-data';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { OpenDataOfPlace } from './open-data-of-place.ts';

/** A place's open data: which files there are, and each file. */
@Controller()
export class PublicationController {
  constructor(@Inject(OpenDataOfPlace) private readonly openData: OpenDataOfPlace) {}

  @Serves(listOpenData)
  async list(@TheAsked() { actor }: Asked<typeof listOpenData>): Answers<typeof listOpenData> {
    const files = await this.openData.files(actor);
    return ok({ files: files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) })) });
  }

  @Serves(readOpenDataFile)
  async file(@TheAsked() { actor, query }: Asked<typeof readOpenDataFile>): Answers<typeof readOpenDataFile> {
    const file = (await this.openData.files(actor)).find(({ path }) => path === query.path);
    return file
      ? ok({ text: file.text, sha256: createHash('sha256').update(file.text, 'utf8').digest('hex') })
      : problem({ code: 'not-found' });
  }
}

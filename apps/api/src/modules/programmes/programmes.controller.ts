import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  listProgrammes,
  publishProgramme,
  readProgramme,
  readProgrammeFile,
  setProgrammePlaces,
  setUpProgramme,
} from '@pursestrings/contracts/programmes';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { ProgrammesReads } from './programmes.reads.ts';
import { PublishProgramme } from './publish-programme.ts';
import { SetProgrammePlaces } from './set-programme-places.ts';
import { SetUpProgramme } from './set-up-programme.ts';

/** Programmes: what a funder sets up, and what everyone can work out again. */
@Controller()
export class ProgrammesController {
  constructor(
    @Inject(ProgrammesReads) private readonly reads: ProgrammesReads,
    @Inject(SetUpProgramme) private readonly setUpProgramme: SetUpProgramme,
    @Inject(SetProgrammePlaces) private readonly setPlaces: SetProgrammePlaces,
    @Inject(PublishProgramme) private readonly publishProgramme: PublishProgramme,
  ) {}

  @Serves(listProgrammes)
  async list(@TheAsked() { actor }: Asked<typeof listProgrammes>): Answers<typeof listProgrammes> {
    return ok(await this.reads.all(actor));
  }

  @Serves(readProgramme)
  async read(@TheAsked() { actor }: Asked<typeof readProgramme>): Answers<typeof readProgramme> {
    const page = await this.reads.one(actor);
    return page ? ok(page) : problem({ code: 'not-found' });
  }

  @Serves(readProgrammeFile)
  async file(@TheAsked() { actor }: Asked<typeof readProgrammeFile>): Answers<typeof readProgrammeFile> {
    const file = await this.reads.file(actor);
    return file ? ok(file) : problem({ code: 'not-found' });
  }

  @Serves(setUpProgramme)
  async setUp(@TheAsked() { actor, body: { formId: _, ...programme } }: Asked<typeof setUpProgramme>): Answers<typeof setUpProgramme> {
    return await this.setUpProgramme.run(actor, programme);
  }

  @Serves(setProgrammePlaces)
  async places(@TheAsked() { actor, body }: Asked<typeof setProgrammePlaces>): Answers<typeof setProgrammePlaces> {
    return await this.setPlaces.run(actor, body.placeLines);
  }

  @Serves(publishProgramme)
  async publish(@TheAsked() { actor, body }: Asked<typeof publishProgramme>): Answers<typeof publishProgramme> {
    return await this.publishProgramme.run(actor, body.madeOn);
  }
}

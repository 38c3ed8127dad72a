import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { listPlaces, readPlace, setUpPlace } from '@pursestrings/contracts/places';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { NeighbourhoodsReads } from './neighbourhoods.reads.ts';
import { SetUpPlace } from './set-up-place.ts';

/** The places themselves: their names, and what stands in the header and footer of their pages. */
@Controller()
export class NeighbourhoodsController {
  constructor(
    @Inject(NeighbourhoodsReads) private readonly reads: NeighbourhoodsReads,
    @Inject(SetUpPlace) private readonly setUp: SetUpPlace,
  ) {}

  @Serves(listPlaces)
  async list(): Answers<typeof listPlaces> {
    return ok({ places: await this.reads.all() });
  }

  @Serves(readPlace)
  async read(@TheAsked() { actor }: Asked<typeof readPlace>): Answers<typeof readPlace> {
    return ok({ place: await this.reads.own(actor) });
  }

  @Serves(setUpPlace)
  async make(@TheAsked() { actor, body }: Asked<typeof setUpPlace>): Answers<typeof setUpPlace> {
    return await this.setUp.run(actor, body);
  }
}

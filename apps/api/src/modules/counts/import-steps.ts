import { Inject, Injectable } from '@nestjs/common';
import { CastMany } from '../ballots/index.ts';
import { AnnounceRound, CloseRound, OpenRound } from '../rounds/index.ts';

/** The steps that every round goes through, for an import to go through too. */
@Injectable()
export class ImportSteps {
  constructor(
    @Inject(AnnounceRound) readonly announceRound: AnnounceRound,
    @Inject(OpenRound) readonly openRound: OpenRound,
    @Inject(CastMany) readonly castMany: CastMany,
    @Inject(CloseRound) readonly closeRound: CloseRound,
  ) {}
}

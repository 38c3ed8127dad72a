import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  announceRound,
  cancelRound,
  findVoters,
  giveVotingCode,
  listReadyProposals,
  listRounds,
  prepareRound,
  readRound,
} from '@pursestrings/contracts/rounds';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AnnounceRound } from './announce-round.ts';
import { CancelRound } from './cancel-round.ts';
import { GiveCode } from './give-code.ts';
import { PrepareRound } from './prepare-round.ts';
import { RoundsReads } from './rounds.reads.ts';

/** Rounds before and beside the ballot: preparing, announcing, cancelling, looking. */
@Controller()
export class RoundsController {
  constructor(
    @Inject(RoundsReads) private readonly reads: RoundsReads,
    @Inject(PrepareRound) private readonly prepareRound: PrepareRound,
    @Inject(AnnounceRound) private readonly announceRound: AnnounceRound,
    @Inject(CancelRound) private readonly cancelRound: CancelRound,
    @Inject(GiveCode) private readonly giveCode: GiveCode,
  ) {}

  @Serves(listRounds)
  async list(@TheAsked() { actor }: Asked<typeof listRounds>): Answers<typeof listRounds> {
    return ok(await this.reads.list(actor));
  }

  @Serves(readRound)
  async read(@TheAsked() { actor, params }: Asked<typeof readRound>): Answers<typeof readRound> {
    const page = await this.reads.one(actor, params.round);
    return page ? ok(page) : problem({ code: 'not-found' });
  }

  @Serves(listReadyProposals)
  async ready(@TheAsked() { actor }: Asked<typeof listReadyProposals>): Answers<typeof listReadyProposals> {
    return ok(await this.reads.readyProposals(actor));
  }

  @Serves(prepareRound)
  async prepare(@TheAsked() { actor, body }: Asked<typeof prepareRound>): Answers<typeof prepareRound> {
    return await this.prepareRound.run(actor, body);
  }

  @Serves(announceRound)
  async announce(@TheAsked() { actor, params }: Asked<typeof announceRound>): Answers<typeof announceRound> {
    const round = await this.reads.find(actor, params.round);
    return round ? await this.announceRound.run(actor, round.id) : problem({ code: 'not-found' });
  }

  @Serves(cancelRound)
  async cancel(@TheAsked() { actor, params, body }: Asked<typeof cancelRound>): Answers<typeof cancelRound> {
    const round = await this.reads.find(actor, params.round);
    return round ? await this.cancelRound.run(actor, { roundId: round.id, reason: body.reason }) : problem({ code: 'not-found' });
  }

  @Serves(findVoters)
  async voters(@TheAsked() { actor, params, query }: Asked<typeof findVoters>): Answers<typeof findVoters> {
    const round = await this.reads.find(actor, params.round);
    return round ? ok({ voters: await this.reads.voters(actor, round.id, query?.name ?? '') }) : problem({ code: 'not-found' });
  }

  @Serves(giveVotingCode)
  async code(@TheAsked() { actor, params, body }: Asked<typeof giveVotingCode>): Answers<typeof giveVotingCode> {
    const round = await this.reads.find(actor, params.round);
    return round ? await this.giveCode.run(actor, { roundId: round.id, personId: body.personId }) : problem({ code: 'not-found' });
  }
}

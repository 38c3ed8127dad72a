import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import {
  agreeResident,
  agreeTerms,
  declareInterest,
  endInterest,
  endSeat,
  findPeople,
  readPartnership,
  seatMember,
} from '@pursestrings/contracts/partnership';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AgreeResident } from './agree-resident.ts';
import { AgreeTerms } from './agree-terms.ts';
import { DeclareInterest } from './declare-interest.ts';
import { EndInterest } from './end-interest.ts';
import { EndSeat } from './end-seat.ts';
import { PartnershipReads } from './partnership.reads.ts';
import { SeatMember } from './seat-member.ts';

/** The partnership's public page, and what its chair and members keep up to date on it. */
@Controller()
export class PartnershipController {
  @Inject(PartnershipReads) private readonly reads!: PartnershipReads;
  @Inject(SeatMember) private readonly seatMember!: SeatMember;
  @Inject(EndSeat) private readonly endSeat!: EndSeat;
  @Inject(AgreeTerms) private readonly agreeTerms!: AgreeTerms;
  @Inject(AgreeResident) private readonly agreeResident!: AgreeResident;
  @Inject(DeclareInterest) private readonly declareInterest!: DeclareInterest;
  @Inject(EndInterest) private readonly endInterest!: EndInterest;

  @Serves(readPartnership)
  async read(@TheAsked() { actor }: Asked<typeof readPartnership>): Answers<typeof readPartnership> {
    return ok(await this.reads.whole(actor));
  }

  @Serves(findPeople)
  async people(@TheAsked() { actor, query }: Asked<typeof findPeople>): Answers<typeof findPeople> {
    return ok(await this.reads.people(actor, query));
  }

  @Serves(seatMember)
  async seat(@TheAsked() { actor, body }: Asked<typeof seatMember>): Answers<typeof seatMember> {
    return await this.seatMember.run(actor, body);
  }

  @Serves(endSeat)
  async end(@TheAsked() { actor, params, body }: Asked<typeof endSeat>): Answers<typeof endSeat> {
    return await this.endSeat.run(actor, { memberId: params.member, endsOn: body.endsOn });
  }

  @Serves(agreeTerms)
  async terms(@TheAsked() { actor, body }: Asked<typeof agreeTerms>): Answers<typeof agreeTerms> {
    return await this.agreeTerms.run(actor, body);
  }

  @Serves(agreeResident)
  async resident(@TheAsked() { actor, body }: Asked<typeof agreeResident>): Answers<typeof agreeResident> {
    return await this.agreeResident.run(actor, body);
  }

  @Serves(declareInterest)
  async interest(@TheAsked() { actor, body }: Asked<typeof declareInterest>): Answers<typeof declareInterest> {
    return await this.declareInterest.run(actor, body);
  }

  @Serves(endInterest)
  async interestEnds(@TheAsked() { actor, params }: Asked<typeof endInterest>): Answers<typeof endInterest> {
    return await this.endInterest.run(actor, { interestId: params.interest });
  }
}

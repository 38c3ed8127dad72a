import { Module } from '@nestjs/common';
import { AgreeResident } from './agree-resident.ts';
import { AgreeTerms } from './agree-terms.ts';
import { DeclareInterest } from './declare-interest.ts';
import { EndInterest } from './end-interest.ts';
import { EndSeat } from './end-seat.ts';
import { PartnershipController } from './partnership.controller.ts';
import { PartnershipReads } from './partnership.reads.ts';
import { SeatMember } from './seat-member.ts';

/** Who decides, by what rules, and with what interests. */
@Module({
  controllers: [PartnershipController],
  providers: [PartnershipReads, SeatMember, EndSeat, AgreeTerms, AgreeResident, DeclareInterest, EndInterest],
})
export class PartnershipModule {}

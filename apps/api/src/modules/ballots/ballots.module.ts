import { Module } from '@nestjs/common';
import { BallotBox } from './ballot-box.ts';
import { CastBallot } from './cast-ballot.ts';
import { CastMany } from './cast-many.ts';
import { EmptyBox } from './empty-box.ts';
import { OpenRoundReads } from './open-round.reads.ts';
import { ReceiptReads } from './receipt.reads.ts';
import { RoundKeys } from './round-keys.ts';
import { VotingCodes } from './voting-codes.ts';

const parts = [BallotBox, CastBallot, CastMany, EmptyBox, OpenRoundReads, ReceiptReads, RoundKeys, VotingCodes];

/** The ballot box. It knows voters by an id that means nothing here, and no people. */
@Module({ providers: parts, exports: parts })
export class BallotsModule {}

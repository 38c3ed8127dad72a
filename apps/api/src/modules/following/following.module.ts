import { Module } from '@nestjs/common';
import { Follow } from './follow.ts';
import { FollowingController } from './following.controller.ts';
import { OnVoteArrived } from './on-vote-arrived.ts';

@Module({ controllers: [FollowingController], providers: [Follow, OnVoteArrived] })
export class FollowingModule {}

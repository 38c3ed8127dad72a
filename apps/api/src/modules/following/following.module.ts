import { Module } from '@nestjs/common';
import { Follow } from './follow.ts';
import { FollowingController } from './following.controller.ts';

@Module({ controllers: [FollowingController], providers: [Follow] })
export class FollowingModule {}

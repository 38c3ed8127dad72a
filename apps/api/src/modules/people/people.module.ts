import { Module } from '@nestjs/common';
import { WHO_ASKS } from '../../platform/http/who-asks.ts';
import { MeController } from './me.controller.ts';
import { SessionWhoAsks } from './who-asks.ts';

@Module({
  controllers: [MeController],
  providers: [{ provide: WHO_ASKS, useClass: SessionWhoAsks }],
  exports: [WHO_ASKS],
})
export class PeopleModule {}

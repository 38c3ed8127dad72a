import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.ts';
import { NeighbourhoodsController } from './neighbourhoods.controller.ts';
import { NeighbourhoodsReads } from './neighbourhoods.reads.ts';
import { SetUpPlace } from './set-up-place.ts';

@Module({
  imports: [PeopleModule],
  controllers: [NeighbourhoodsController],
  providers: [NeighbourhoodsReads, SetUpPlace],
  exports: [NeighbourhoodsReads],
})
export class NeighbourhoodsModule {}

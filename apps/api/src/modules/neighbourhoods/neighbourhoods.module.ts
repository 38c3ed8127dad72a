import { Module } from '@nestjs/common';
import { NeighbourhoodsController } from './neighbourhoods.controller.ts';
import { NeighbourhoodsReads } from './neighbourhoods.reads.ts';

@Module({ controllers: [NeighbourhoodsController], providers: [NeighbourhoodsReads], exports: [NeighbourhoodsReads] })
export class NeighbourhoodsModule {}

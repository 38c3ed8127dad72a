import { Module } from '@nestjs/common';
import { CountsModule } from '../counts/index.ts';
import { OpenDataOfPlace } from './open-data-of-place.ts';
import { PublicationController } from './publication.controller.ts';
import { RoundRecords } from './round-records.ts';

@Module({
  imports: [CountsModule],
  controllers: [PublicationController],
  providers: [OpenDataOfPlace, RoundRecords],
  exports: [OpenDataOfPlace],
})
export class PublicationModule {}

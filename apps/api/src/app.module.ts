import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CountsModule } from './modules/counts/index.ts';
import { DecisionsModule } from './modules/decisions/index.ts';
import { FollowingModule } from './modules/following/index.ts';
import { HomeModule } from './modules/home/index.ts';
import { LedgerModule } from './modules/ledger/index.ts';
import { LiaisonModule } from './modules/liaison/index.ts';
import { MeetingsModule } from './modules/meetings/index.ts';
import { NeighbourhoodsModule } from './modules/neighbourhoods/index.ts';
import { NoticesModule } from './modules/notices/index.ts';
import { PartnershipModule } from './modules/partnership/index.ts';
import { PaymentsModule } from './modules/payments/index.ts';
import { PeopleModule } from './modules/people/index.ts';
import { ProgrammesModule } from './modules/programmes/index.ts';
import { ProjectsModule } from './modules/projects/index.ts';
import { ProposalEntity, ProposalsModule } from './modules/proposals/index.ts';
import { PublicationModule } from './modules/publication/index.ts';
import { RoundsModule } from './modules/rounds/index.ts';
import { ActorGuard } from './platform/http/actor.guard.ts';
import { AnswerInterceptor } from './platform/http/answer.interceptor.ts';
import { FaultFilter } from './platform/http/fault.filter.ts';
import { PlatformModule, type PlatformSettings } from './platform/platform.module.ts';

/** Lists the modules, and nothing else. */
@Module({})
export class AppModule {
  static with(settings: Omit<PlatformSettings, 'entities'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ ...settings, entities }),
        PeopleModule,
        NeighbourhoodsModule,
        FollowingModule,
        ProposalsModule,
        RoundsModule,
        CountsModule,
        LedgerModule,
        ProgrammesModule,
        ProjectsModule,
        PaymentsModule,
        NoticesModule,
        PartnershipModule,
        DecisionsModule,
        MeetingsModule,
        LiaisonModule,
        HomeModule,
        PublicationModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
    };
  }
}

const entities: readonly unknown[] = [ProposalEntity];
